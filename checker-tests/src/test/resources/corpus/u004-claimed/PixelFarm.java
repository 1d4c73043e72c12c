package studio.terraloom.pixels;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

/** Workers claim the next tile until none is left. */
class PixelFarm {
  private final AtomicInteger next = new AtomicInteger();
  private final int[] brightness;
  private final int[] passes;
  private final int[] sketches;
  private final int[] perWorker;
  private volatile int hurried;
  private int finished;

  PixelFarm(int tiles, int workers) {
    brightness = new int[tiles];
    passes = new int[tiles];
    sketches = new int[tiles];
    perWorker = new int[workers];
  }

  /** Nobody else gets this number. */
  private void work(int worker) {
    int tile;
    while ((tile = next.getAndIncrement()) < brightness.length) {
      for (int ray = 0; ray < 100; ray++) {
        brightness[tile] += ray % 3;
      }
      passes[tile]++;
      perWorker[worker]++;
    }
    finished++; // RACE rmw
  }

  /** Reads the number and moves it on: two workers can have the same tile. */
  private void hurry() {
    int tile = hurried; // RACE atomic-compound #1
    hurried = tile + 1; // RACE atomic-compound #1
    if (tile < sketches.length) {
      sketches[tile]++; // RACE atomic-compound #1
    }
  }

  int[] render(ExecutorService pool) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(perWorker.length);
    for (int w = 0; w < perWorker.length; w++) {
      int worker = w;
      pool.execute(
          () -> {
            work(worker);
            done.countDown();
          });
    }
    done.await();
    for (int w = 1; w < perWorker.length; w++) {
      perWorker[0] += perWorker[w];
    }
    return brightness;
  }

  void hurryAll(ExecutorService pool, int tiles) {
    for (int i = 0; i < tiles; i++) {
      pool.execute(this::hurry);
    }
  }

  int finished() {
    return finished;
  }
}
