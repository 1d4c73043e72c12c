package tape;

import java.util.List;
import java.util.concurrent.ThreadFactory;

public final class Studio {
  /** Each thread of the factory has a runnable with its own counters. */
  private static final class Meter implements Runnable {
    private final Recorder into;
    private int frames;
    private int silent;

    Meter(Recorder into) {
      this.into = into;
    }

    @Override
    public void run() {
      for (int i = 0; i < 100; i++) {
        String f = "f".repeat(i % 5);
        if (f.isEmpty()) {
          silent++;
        }
        into.record(f);
        frames++;
      }
      into.record(frames + "/" + silent);
    }
  }

  public static double session(ThreadFactory threads) throws InterruptedException {
    Recorder recorder = Recorder.launch();
    Thread[] meters = new Thread[3];
    for (int i = 0; i < meters.length; i++) {
      meters[i] = threads.newThread(new Meter(recorder));
      meters[i].start();
    }
    for (Thread t : meters) {
      t.join();
    }
    List<String> tape = recorder.finish();
    Replayer r = Replayer.start(tape);
    r.await();
    return r.progress();
  }
}
