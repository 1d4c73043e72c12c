package dev.interlock.examples.stress;

import dev.interlock.examples.albums.AlbumCounter;
import dev.interlock.examples.albums.AtomicAlbumCounter;
import dev.interlock.examples.albums.BuggyAlbumCounter;
import dev.interlock.examples.albums.MutexAlbumCounter;
import dev.interlock.examples.albums.Photo;
import dev.interlock.examples.albums.PhotoStore;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** 10,000 photos are uploaded to one album. */
final class AlbumsStress {
  private static final int UPLOADS = 10_000;
  private static final long STORING_NANOS = 20_000_000;

  private AlbumsStress() {}

  static List<Version> versions() {
    return List.of(
        version(BuggyAlbumCounter.class, BuggyAlbumCounter::new),
        version(MutexAlbumCounter.class, MutexAlbumCounter::new),
        version(AtomicAlbumCounter.class, AtomicAlbumCounter::new));
  }

  private static Version version(
      Class<?> subject, BiFunction<PhotoStore, List<String>, AlbumCounter> constructor) {
    return new Version(
        "albums",
        subject.getSimpleName(),
        () -> {
          PhotoStore slowStore = photo -> LockSupport.parkNanos(STORING_NANOS);
          AlbumCounter counter = constructor.apply(slowStore, List.of("Holidays"));
          counter.uploadAll(
              IntStream.range(0, UPLOADS).mapToObj(i -> new Photo("photo-" + i, 0)).toList());
          return Outcome.found(counter.count(0), UPLOADS);
        });
  }
}
