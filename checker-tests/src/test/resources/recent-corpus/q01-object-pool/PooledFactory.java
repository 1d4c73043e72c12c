package org.fleetpool;

/** Life cycle call-backs of the objects that a {@link GenericPool} hands out. */
public interface PooledFactory<T> {
    T make() throws Exception;

    boolean validate(T obj);

    void destroy(T obj);
}
