package dev.interlock.examples.albums;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The album counter as it ran on the day of the import.
 *
 * <p>An upload treats the album as one treats a row: load it, do the work, save it. While the photo
 * is being stored, hundreds of other uploads load the same count, and each of them later writes
 * that number plus one. All of these uploads together add one to the album: of 10,000 photos, 9,963
 * were stored but never counted.
 */
public final class BuggyAlbumCounter implements AlbumCounter {
  private static final int UPLOADERS = 256;

  private final PhotoStore store;
  private final Album[] albums;

  /** Starts with an empty album for each title. */
  public BuggyAlbumCounter(PhotoStore store, List<String> titles) {
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
    int i = photo.album();
    int current = albums[i].count;
    store.save(photo);
    albums[i].count = current + 1; // BUG: UnsafeReadModifyWrite
  }

  @Override
  public int count(int album) {
    return albums[album].count;
  }

  @Override
  public String toString() {
    StringBuilder listing = new StringBuilder();
    for (Album album : albums) {
      listing.append(album.title).append(": ").append(album.count).append('\n');
    }
    return listing.toString();
  }

  private static final class Album {
    final String title;
    int count;

    Album(String title) {
      this.title = title;
    }
  }
}
