package dev.interlock.examples.albums;

import java.util.List;
import java.util.concurrent.ExecutionException;

/** Takes photos into albums and knows how many photos each album holds. */
public interface AlbumCounter {
  /**
   * Stores the photos, many at a time, and returns when each of them is stored and counted.
   *
   * @throws ExecutionException if a photo could not be stored
   */
  void uploadAll(List<Photo> photos) throws InterruptedException, ExecutionException;

  /** How many photos the album with this index shows. */
  int count(int album);
}
