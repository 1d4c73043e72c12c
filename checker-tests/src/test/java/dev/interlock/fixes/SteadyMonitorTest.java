package dev.interlock.fixes;

import org.junit.jupiter.api.Test;

/** A monitor that is replaced gives way to one that stays. */
final class SteadyMonitorTest {

  @Test
  void replacedAndBoxedMonitorsGiveWay() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.Executor;

            class Sample {
              private Integer cast = 0;
              private static int alarms;
              private List<String> wishes = new ArrayList<>();

              void start(Executor pool, List<String> songs) {
                for (String song : songs) {
                  pool.execute(this::cast);
                  pool.execute(this::alarm);
                  pool.execute(() -> wish(song));
                  pool.execute(this::newHour);
                }
              }

              void cast() {
                synchronized (cast) {
                  cast++; // one more
                }
              }

              int result() {
                return cast;
              }

              void alarm() {
                synchronized (getClass()) {
                  alarms++;
                }
              }

              void wish(String song) {
                synchronized (wishes) {
                  wishes.add(song);
                }
              }

              List<String> newHour() {
                synchronized (this.wishes) {
                  List<String> old = wishes;
                  wishes = new ArrayList<>();
                  return old;
                }
              }
            }
            """,
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.Executor;

            class Sample {
              private final Object lock = new Object();
              private Integer cast = 0;
              private static int alarms;
              private final Object wishesLock = new Object();
              private List<String> wishes = new ArrayList<>();

              void start(Executor pool, List<String> songs) {
                for (String song : songs) {
                  pool.execute(this::cast);
                  pool.execute(this::alarm);
                  pool.execute(() -> wish(song));
                  pool.execute(this::newHour);
                }
              }

              void cast() {
                synchronized (lock) {
                  cast++; // one more
                }
              }

              int result() {
                synchronized (lock) {
                  return cast;
                }
              }

              void alarm() {
                synchronized (getClass()) {
                  alarms++;
                }
              }

              void wish(String song) {
                synchronized (wishesLock) {
                  wishes.add(song);
                }
              }

              List<String> newHour() {
                synchronized (wishesLock) {
                  List<String> old = wishes;
                  wishes = new ArrayList<>();
                  return old;
                }
              }
            }
            """);
  }
}
