package coll;

import java.util.function.ObjIntConsumer;

public interface Bag<T> {
  int add(T item);

  boolean remove(T item);

  int count(T item);

  void each(ObjIntConsumer<T> action);
}
