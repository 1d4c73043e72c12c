package dev.interlock.examples.albums;

/** Where the bytes of photos go; slow, as storage is, and safe to call from many threads. */
@FunctionalInterface
public interface PhotoStore {
  /** Stores the photo and returns once it is durable. */
  void save(Photo photo);
}
