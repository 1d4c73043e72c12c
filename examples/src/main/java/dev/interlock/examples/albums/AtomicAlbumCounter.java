package dev.interlock.examples.albums;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts with an atomic variable per album: read, add and write back are one operation. */
public final class AtomicAlbumCounter implements AlbumCounter {
  private static final int UPLOADERS = 256;

  private final PhotoStore store;
  private final List<Album> albums;

  /** Starts with an empty album for each title. */
  public AtomicAlbumCounter(PhotoStore store, List<String> titles) {
    this.store = store;
    this.albums = titles.stream().map(title -> new Album(title, new AtomicInteger())).toList();
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
    albums.get(photo.album()).count().incrementAndGet();
  }

  @Override
  public int count(int album) {
    return albums.get(album).count().get();
  }

  @Override
  public String toString() {
    StringBuilder listing = new StringBuilder();
    for (Album album : albums) {
      listing.append(album.title()).append(": ").append(album.count().get()).append('\n');
    }
    return listing.toString();
  }

  private record Album(String title, AtomicInteger count) {}
}
