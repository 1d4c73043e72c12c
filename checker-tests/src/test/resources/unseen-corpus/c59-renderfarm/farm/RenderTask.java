package farm;

/** One frame. */
class RenderTask implements Runnable {
  private static int rendered;
  private static long pixels;
  private static int retries;
  private static final Object TOTALS = new Object();
  private static double seconds;

  private final int frame;
  private final Scene scene;
  private int samples;

  RenderTask(Scene scene, int frame) {
    this.scene = scene;
    this.frame = frame;
  }

  @Override
  public void run() {
    long begin = System.nanoTime();
    int w = scene.width();
    for (int x = 0; x < w; x++) {
      samples += x & frame;
    }
    synchronized (this) {
      rendered++; // RACE wrong-lock
    }
    addPixels(w);
    synchronized (TOTALS) {
      seconds += (System.nanoTime() - begin) / 1e9;
    }
    if (samples == 0) {
      retry();
    }
    scene.done(frame, samples);
  }

  private synchronized void addPixels(int n) {
    pixels += n; // RACE wrong-lock
  }

  private static synchronized void retry() {
    retries++;
  }

  static String stats() {
    return rendered + " frames, " + pixels + " pixels, " + retries + " retries, " + seconds + " s";
  }
}
