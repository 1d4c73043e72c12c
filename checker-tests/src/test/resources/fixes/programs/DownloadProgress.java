package programs;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.ArrayList;
import java.util.List;

/** Chunks loaded by a pool, with one progress. */
class DownloadProgress {
  private long loaded;
  private int finished;
  private boolean complete;
  private final int chunks;

  DownloadProgress(int chunks) {
    this.chunks = chunks;
  }

  void load(int bytes) {
    loaded += bytes;
    finished++;
    if (finished == chunks) {
      complete = true;
    }
  }

  boolean isComplete() {
    return complete;
  }

  long loaded() {
    return loaded;
  }

  void loadAll() {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < chunks; i++) {
        running.add(pool.submit(() -> load(10)));
      }
      for (Future<?> one : running) {
        one.get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      pool.shutdown();
    }
  }

  static String single() {
    DownloadProgress progress = new DownloadProgress(2);
    progress.load(3);
    progress.load(4);
    return progress.isComplete() + " " + progress.loaded();
  }

  static long lost() {
    DownloadProgress progress = new DownloadProgress(20_000);
    progress.loadAll();
    return 200_000 - progress.loaded() + (progress.isComplete() ? 0 : 1);
  }
}
