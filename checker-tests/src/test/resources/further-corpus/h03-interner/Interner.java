package interner;

/** Returns one canonical instance for all equal values. Implementations are thread-safe. */
public interface Interner<E> {
    E intern(E sample);
}
