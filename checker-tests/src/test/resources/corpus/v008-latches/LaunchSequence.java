package space.gannet.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;

/** Stages of a launch wait for each other at latches. */
class LaunchSequence {
  private final CountDownLatch fuelled = new CountDownLatch(1);
  private final CountDownLatch checked = new CountDownLatch(1);
  private final List<String> events = new ArrayList<>();
  private double pressure;
  private int checks;
  private int warnings;

  /** First. */
  private void fuel() {
    for (int i = 0; i < 100; i++) {
      pressure += 0.3;
    }
    events.add("fuelled");
    fuelled.countDown();
    warnings++; // RACE rmw #1
  }

  /** Second: nothing of this happens before the fuel is in. */
  private void check() throws InterruptedException {
    fuelled.await();
    pressure -= 0.5;
    checks++;
    events.add("checked");
    if (pressure < 20) {
      warnings++; // RACE rmw #1
    }
    checked.countDown();
  }

  /** Third. */
  double launch(ExecutorService crew) throws InterruptedException {
    checks = 1;
    crew.execute(this::fuel);
    crew.submit(
        () -> {
          check();
          return null;
        });
    checked.await();
    pressure /= 2;
    checks++;
    events.add("launched");
    return pressure + checks;
  }

  int warnings() {
    return warnings;
  }
}

/** A latch for many: they are all finished when it opens, but not one after the other. */
class TestStand {
  private int burns;
  private int seconds;

  int burn(ExecutorService crew, int engines) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(engines);
    for (int i = 0; i < engines; i++) {
      crew.execute(
          () -> {
            burns++; // RACE rmw
            synchronized (done) {
              seconds += 30;
            }
            done.countDown();
          });
    }
    done.await();
    seconds += burns;
    return seconds;
  }
}
