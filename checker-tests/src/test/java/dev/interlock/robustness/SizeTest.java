package dev.interlock.robustness;

import static java.util.stream.Collectors.joining;

import dev.interlock.testing.CheckTester;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Code of a size that people do not write, but programs that write programs do. */
@Timeout(60)
final class SizeTest {
  /** Has findings told that are only reached by long ways. */
  private static final String FAR_FETCHED = "-XepOpt:Interlock:Report=suspected";

  @Test
  void methodOfTwentyThousandLines() {
    String lines =
        IntStream.range(0, 20_000)
            .mapToObj(
                i ->
                    i % 2 == 0
                        ? "      values[%d] = input + %d;".formatted(i % 64, i)
                        : "      if (input == %d) local += values[%d];".formatted(i, i % 64))
            .collect(joining("\n"));
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            final class Table {
              private int count;

              void fill(ExecutorService pool, int[] values, int input) {
                for (int i = 0; i < 3; i++) {
                  pool.execute(() -> fill(values, input));
                }
              }

              private void fill(int[] values, int input) {
                int local = 0;
                try {
            %s
                } finally {
                  count += local; // BUG: UnsafeReadModifyWrite
                }
              }
            }
            """
                .formatted(lines))
        .reportsWhatIsMarked();
  }

  @Test
  void methodTooLongToSayWhatLocksItHoldsIsSilent() {
    CheckTester.of(underLock(4_000)).reportsWhatIsMarked();
    CheckTester.of(underLock(5_500)).reportsWhatIsMarked();
  }

  private static String underLock(int lines) {
    return """
    import java.util.concurrent.ExecutorService;
    import java.util.concurrent.locks.Lock;
    import java.util.concurrent.locks.ReentrantLock;

    final class Table {
      private final Lock lock = new ReentrantLock();
      private int count;

      void fill(ExecutorService pool) {
        for (int i = 0; i < 3; i++) {
          pool.execute(() -> fill());
        }
      }

      private void fill() {
        lock.lock();
    %s
        lock.unlock();
      }
    }
    """
        .formatted("    count += 1;\n".repeat(lines));
  }

  @Test
  void deepNestingOfStatements() {
    int depth = 200;
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            final class Deep {
              private int count;

              void go(ExecutorService pool, int n) {
                for (int i = 0; i < 3; i++) {
                  pool.execute(() -> work(n));
                }
              }

              private void work(int n) {
                %s
                count++; // BUG: UnsafeReadModifyWrite
                %s
              }
            }
            """
                .formatted("if (n > 0) { ".repeat(depth), "}".repeat(depth)))
        .reportsWhatIsMarked();
  }

  @Test
  void longChainsOfOperatorsAndCalls() {
    int length = 1_200;
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            final class Chain {
              private int count;
              private String text = "";

              void go(ExecutorService pool, int n) {
                for (int i = 0; i < 3; i++) {
                  pool.execute(() -> work(n));
                }
              }

              private void work(int n) {
                count = count%s; // BUG: UnsafeReadModifyWrite
                text = text%s; // BUG: UnsafeReadModifyWrite
                System.out.println(new StringBuilder()%s);
              }
            }
            """
                .formatted(
                    " + n".repeat(length),
                    " + n + \",\"".repeat(length / 2),
                    ".append(n)".repeat(length / 5)))
        .reportsWhatIsMarked();
  }

  @Test
  void deepNestingOfLambdas() {
    int depth = 12;
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            final class Deep {
              private int count;

              void go(ExecutorService pool) {
                while (true) {
                  %s count++ %s; // BUG: UnsafeReadModifyWrite
                }
              }
            }
            """
                .formatted("pool.execute(() -> ".repeat(depth), ")".repeat(depth)))
        .withOptions(FAR_FETCHED)
        .reportsWhatIsMarked();
  }

  @Test
  void longChainsOfMethods() {
    int length = 3_000;
    String methods =
        IntStream.range(0, length)
            .mapToObj(
                i -> "  private void m%d(int n) { if (n > %d) m%d(n); }".formatted(i, i, i + 1))
            .collect(joining("\n"));
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            final class Chain {
              private int count;

              void go(ExecutorService pool, int n) {
                for (int i = 0; i < 3; i++) {
                  pool.execute(() -> m2990(n));
                  pool.execute(() -> m0(n));
                }
              }

            %s

              private void m%d(int n) {
                count += n; // BUG: UnsafeReadModifyWrite
              }
            }
            """
                .formatted(methods, length))
        .withOptions(FAR_FETCHED)
        .reportsWhatIsMarked();
  }

  @Test
  void longChainsOfLockingMethods() {
    int length = 3_000;
    String methods =
        IntStream.range(0, length)
            .mapToObj(i -> "  private void m%d() { m%d(); }".formatted(i, i + 1))
            .collect(joining("\n"));
    CheckTester.of(
            """
            import java.util.concurrent.locks.ReentrantLock;

            final class Chain {
              private final ReentrantLock lock = new ReentrantLock();
              private volatile int count;

              void bare() {
                count++; // BUG: UnsafeReadModifyWrite
              }

              void locked() {
                m0();
                count++;
                lock.unlock();
              }

            %s

              private void m%d() {
                lock.lock();
              }
            }
            """
                .formatted(methods, length))
        .reportsWhatIsMarked();
  }

  @Test
  void recursionOfManyMethods() {
    int count = 60;
    String methods =
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    "  private void m%d(int n) { total += n; m%d(n - 1); m%d(n - 2); m%d(n); } // BUG: UnsafeReadModifyWrite"
                        .formatted(i, (i + 1) % count, (i * 7 + 3) % count, i))
            .collect(joining("\n"));
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            final class Web {
              private int total;

              void go(ExecutorService pool) {
                pool.execute(() -> m0(3));
                pool.execute(() -> m1(3));
              }

            %s
            }
            """
                .formatted(methods))
        .withOptions("-Xmaxerrs", "1000")
        .withOptions(FAR_FETCHED)
        .reportsWhatIsMarked();
  }

  @Test
  void longInitializers() {
    String numbers = IntStream.range(0, 5_000).mapToObj(String::valueOf).collect(joining(", "));
    CheckTester.of(
            """
            import java.util.List;

            final class Numbers {
              static final int[] ALL = {%s};
              static int count;

              static void add() {
                List.of(1, 2).parallelStream().forEach(n -> count += ALL[n]); // BUG: UnsafeReadModifyWrite
              }
            }
            """
                .formatted(numbers))
        .reportsWhatIsMarked();
  }

  /** Each getter may be any of all, and so may be the getter that it calls. */
  @Test
  void gettersThatEveryClassOverrides() {
    int classes = 80;
    String protocols =
        IntStream.range(0, classes)
            .mapToObj(
                i ->
                    """
                    class P%d extends Protocol {
                      private final P%d beside = new P%d();
                      @Override Protocol up() { return beside.down().up(); }
                      @Override Protocol down() { return beside.up().down(); }
                      @Override void received() { up().down().up().count++; }
                    }
                    """
                        .formatted(i, (i + 1) % classes, (i + 1) % classes))
            .collect(joining("\n"));
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            abstract class Protocol {
              int count;
              private int received;

              abstract Protocol up();

              abstract Protocol down();

              abstract void received();

              void start(ExecutorService pool, int messages) {
                for (int i = 0; i < messages; i++) {
                  pool.execute(
                      () -> {
                        received++; // BUG: UnsafeReadModifyWrite
                        up().received();
                      });
                }
              }
            }

            %s
            """
                .formatted(protocols))
        .reportsWhatIsMarked();
  }
}
