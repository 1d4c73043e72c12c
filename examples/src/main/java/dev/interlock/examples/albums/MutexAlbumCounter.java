package dev.interlock.examples.albums;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Counts under one mutex: the count is read and written back inside a single critical section, and
 * nobody reads it outside of that lock. The slow part, storing the photo, happens before the lock
 * is taken, so that uploads still overlap.
 */
public final class MutexAlbumCounter implements AlbumCounter {
  private static final int UPLOADERS = 256;

  private final PhotoStore store;
  private final Lock mutex = new ReentrantLock();
  private final Album[] albums;

  /** Starts with an empty album for each title. */
  public MutexAlbumCounter(PhotoStore store, List<String> titles) {
    this.store = store;
    this.albums = titles.stream().map(Album::new).toArray(Album[]::new);
  }

  @Override
  public void uploadAll(List<Photo> photos) throws InterruptedException, ExecutionException {
    ExecutorService uploaders = Executors.newFixedThreadPool(UPLOADERS);
    try {
      List<Future<?>> uploads = new ArrayList<>(photos.size());
      for (Photo photo : photos) {
        uploads.add(uploaders.submit(() -> upload(photo)));
      }
      for (Future<?> upload : uploads) {
        upload.get();
      }
    } finally {
      uploaders.shutdown();
    }
  }

  private void upload(Photo photo) {
    store.save(photo);
    int i = photo.album();
    mutex.lock();
    try {
      int current = albums[i].count;
      albums[i].count = current + 1;
    } finally {
      mutex.unlock();
    }
  }

  @Override
  public int count(int album) {
    mutex.lock();
    try {
      return albums[album].count;
    } finally {
      mutex.unlock();
    }
  }

  @Override
  public String toString() {
    mutex.lock();
    try {
      StringBuilder listing = new StringBuilder();
      for (Album album : albums) {
        listing.append(album.title).append(": ").append(album.count).append('\n');
      }
      return listing.toString();
    } finally {
      mutex.unlock();
    }
  }

  private static final class Album {
    final String title;
    int count;

    Album(String title) {
      this.title = title;
    }
  }
}
