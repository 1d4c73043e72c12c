package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Collisions that are told once, from the side that is wrong. */
final class RedundancyTest {

  @Test
  void whoInterferesWithAnEventLoopIsReportedAndNotTheLoop() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.Executors;

            class Credits {
              private final ExecutorService loop = Executors.newSingleThreadExecutor();
              private int credits;

              void grant(int n) {
                loop.execute(() -> credits += n);
              }

              void spend(int n) {
                loop.execute(() -> credits -= n);
              }

              public void revoke(int n) {
                credits = Math.max(0, credits - n); // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void loopAndCallersAreBothReportedWhereNeitherIsAtHome() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.Executors;

            class Credits {
              private final ExecutorService loop = Executors.newSingleThreadExecutor();
              private int credits;

              void grant(int n) {
                loop.execute(() -> credits += n); // BUG: UnsafeReadModifyWrite
              }

              public void revoke(int n) {
                credits = Math.max(0, credits - n); // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void whoHoldsTheLockOfTheObjectIsNotReportedForThoseWhoDoNot() {
    CheckTester.of(
            """
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ExecutorService;

            class Stock {
              static class Shelf {
                private int moved;

                void take() {
                  moved++;
                }

                void put() {
                  moved++; // BUG: UnsafeReadModifyWrite
                }
              }

              private final Map<String, Shelf> shelves = new ConcurrentHashMap<>();

              private Shelf shelf(String name) {
                return shelves.computeIfAbsent(name, n -> new Shelf());
              }

              void sell(ExecutorService pool, String name) {
                pool.execute(
                    () -> {
                      Shelf shelf = shelf(name);
                      synchronized (shelf) {
                        shelf.take();
                      }
                    });
              }

              void correct(ExecutorService pool, String name) {
                pool.execute(() -> shelf(name).put());
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void whatIsCalledOnAnOldLookIsNotReportedAgain() {
    CheckTester.of(
            """
            import java.util.Queue;
            import java.util.concurrent.ConcurrentLinkedQueue;
            import java.util.concurrent.atomic.AtomicBoolean;

            class Mailbox {
              private final Queue<Runnable> messages = new ConcurrentLinkedQueue<>();
              private final AtomicBoolean busy = new AtomicBoolean();

              void tell(Runnable message) {
                messages.add(message);
                if (!busy.get()) {
                  busy.set(true); // BUG: AtomicGetThenSet
                  drain();
                }
              }

              private void drain() {
                for (Runnable next = messages.poll(); next != null; next = messages.poll()) {
                  next.run();
                }
                busy.set(false);
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
