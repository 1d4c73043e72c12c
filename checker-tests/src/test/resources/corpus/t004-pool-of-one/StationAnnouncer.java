package rail.eastmoor.announce;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Announcements are spoken by one thread, which alone knows what was said. */
class StationAnnouncer {
  private final ExecutorService speaker = Executors.newSingleThreadExecutor();
  private final Deque<String> history = new ArrayDeque<>();
  private final List<String> delayed = new ArrayList<>();
  private int spoken;
  private int gongs;

  void announce(String text) {
    speaker.execute(
        () -> {
          history.push(text);
          spoken++;
          if (history.size() > 20) {
            history.removeLast();
          }
        });
  }

  void delay(String train) {
    speaker.execute(() -> note(train));
  }

  private void note(String train) {
    if (!delayed.contains(train)) {
      delayed.add(train);
    }
  }

  /** Some gongs are counted by the speaker, some by whoever asks for one. */
  void gong() {
    speaker.execute(() -> gongs++); // RACE rmw #1
  }

  void gongNow() {
    gongs++; // RACE rmw #1
  }

  void platforms(int count) {
    for (int i = 0; i < count; i++) {
      String train = "IC " + i;
      Thread platform =
          new Thread(
              () -> {
                announce(train + " arrives");
                delay(train);
                gong();
                gongNow();
              });
      platform.start();
    }
  }
}

/** A pool that is configured to one thread is as good. */
class QuietAnnouncer {
  private final ExecutorService speaker =
      new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
  private final ExecutorService display = Executors.newFixedThreadPool(1);
  private final ExecutorService lamps = Executors.newFixedThreadPool(2);
  private int spoken;
  private int shown;
  private int lit;

  void announce(int times) {
    for (int i = 0; i < times; i++) {
      speaker.execute(() -> spoken++);
      display.execute(() -> shown += 1);
      lamps.execute(() -> lit++); // RACE rmw
    }
  }

  void close() throws InterruptedException {
    speaker.shutdown();
    display.shutdown();
    speaker.awaitTermination(1, TimeUnit.MINUTES);
    display.awaitTermination(1, TimeUnit.MINUTES);
    System.out.println(spoken + shown + " " + lit);
  }
}
