package dev.interlock.fixes;

import org.junit.jupiter.api.Test;

/** Alien methods under a lock that the code has already. */
final class AlienCallsTest {

  @Test
  void alienMethodIsNotCalledUnderALockThatIsHeldForNone() {
    Refactoring.byDefault()
        .leaves(
            """
            class Sample {
              interface Listener {
                void full();
              }

              private int level;

              synchronized void drain() {
                level = 0;
              }

              void fill(Listener listener) {
                if (level < 10) {
                  listener.full();
                  level++;
                }
              }
            }
            """);
  }

  @Test
  void alienMethodIsCalledUnderALockThatIsHeldForOthers() {
    Refactoring.byDefault()
        .turns(
            """
            class Sample {
              interface Listener {
                void full();

                void empty();
              }

              private int level;

              synchronized void drain(Listener listener) {
                level = 0;
                listener.empty();
              }

              void fill(Listener listener) {
                if (level < 10) {
                  listener.full();
                  level++;
                }
              }
            }
            """,
            """
            class Sample {
              interface Listener {
                void full();

                void empty();
              }

              private int level;

              synchronized void drain(Listener listener) {
                level = 0;
                listener.empty();
              }

              void fill(Listener listener) {
                synchronized (this) {
                  if (level < 10) {
                    listener.full();
                    level++;
                  }
                }
              }
            }
            """);
  }

  @Test
  void alienMethodsAreNotCalledInALoopUnderALock() {
    Refactoring.byDefault()
        .leaves(
            """
            import java.util.List;

            class Sample {
              interface Shop {
                boolean order(String what);
              }

              private int ordered;

              synchronized int ordered() {
                return ordered;
              }

              synchronized void forget() {
                ordered = 0;
              }

              void order(Shop shop, List<String> wishes) {
                int before = ordered;
                for (String wish : wishes) {
                  if (shop.order(wish)) {
                    before++;
                  }
                }
                ordered = before;
              }
            }
            """);
  }

  @Test
  void codeThatWasHandedOverDoesNotRunUnderANewLock() {
    Refactoring.byDefault()
        .leaves(
            """
            import java.util.concurrent.Executor;

            class Sample {
              private double load;

              void start(Executor pool, Runnable work) {
                pool.execute(() -> admit(work));
              }

              private void admit(Runnable work) {
                if (load < 1) {
                  work.run();
                  load += 0.1;
                }
              }
            }
            """);
  }

  @Test
  void listenerThatIsAddedIsNotCalled() {
    Refactoring.byDefault()
        .turns(
            """

            import java.util.ArrayList;
            import java.util.List;

            class Sample {
              private volatile List<Runnable> listeners = new ArrayList<>();

              void add(Runnable listener) {
                List<Runnable> more = new ArrayList<>(listeners);
                more.add(listener);
                listeners = more;
              }

              void fire() {
                listeners.forEach(Runnable::run);
              }
            }
            """,
            """

            import java.util.ArrayList;
            import java.util.List;

            class Sample {
              private final Object lock = new Object();
              private volatile List<Runnable> listeners = new ArrayList<>();

              void add(Runnable listener) {
                synchronized (lock) {
                  List<Runnable> more = new ArrayList<>(listeners);
                  more.add(listener);
                  listeners = more;
                }
              }

              void fire() {
                listeners.forEach(Runnable::run);
              }
            }
            """);
  }
}
