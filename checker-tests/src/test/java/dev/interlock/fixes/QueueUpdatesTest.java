package dev.interlock.fixes;

import org.junit.jupiter.api.Test;

/** A look at a queue and the removal that follows become one call. */
final class QueueUpdatesTest {

  @Test
  void looksAndRemovalsBecomeOneCall() {
    Refactoring.ofSuspected()
        .turns(
            """
            import java.util.Deque;
            import java.util.Queue;
            import java.util.concurrent.ConcurrentLinkedDeque;
            import java.util.concurrent.ConcurrentLinkedQueue;

            class Sample {
              private final Queue<String> waiting = new ConcurrentLinkedQueue<>();
              private final Deque<String> urgent = new ConcurrentLinkedDeque<>();

              String next() {
                if (!waiting.isEmpty()) {
                  // somebody is there
                  return waiting.remove();
                }
                return null;
              }

              String nextOrNull() {
                if (waiting.isEmpty()) {
                  return null;
                }
                return waiting.poll();
              }

              int drain() {
                int length = 0;
                while (!waiting.isEmpty()) {
                  String guest = waiting.poll();
                  length += guest.length();
                }
                return length;
              }

              int one() {
                if (!urgent.isEmpty()) {
                  String last = urgent.removeLast();
                  return last.length();
                }
                return -1;
              }

              String calm(int length) {
                String first = urgent.peekFirst();
                if (first != null && first.length() > length) {
                  urgent.pollFirst();
                  return first;
                }
                return "";
              }
            }
            """,
            """
            import java.util.Deque;
            import java.util.Queue;
            import java.util.concurrent.ConcurrentLinkedDeque;
            import java.util.concurrent.ConcurrentLinkedQueue;

            class Sample {
              private final Queue<String> waiting = new ConcurrentLinkedQueue<>();
              private final Deque<String> urgent = new ConcurrentLinkedDeque<>();

              String next() {
                // somebody is there
                return waiting.poll();
              }

              String nextOrNull() {
                return waiting.poll();
              }

              int drain() {
                int length = 0;
                for (String guest = waiting.poll(); guest != null; guest = waiting.poll()) {
                  length += guest.length();
                }
                return length;
              }

              int one() {
                String last = urgent.pollLast();
                if (last != null) {
                  return last.length();
                }
                return -1;
              }

              String calm(int length) {
                String first = urgent.peekFirst();
                if (first != null && first.length() > length && urgent.remove(first)) {
                  return first;
                }
                return "";
              }
            }
            """);
  }

  @Test
  void elementThatAFunctionCapturesStaysWhereItIs() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.Queue;
            import java.util.concurrent.ConcurrentLinkedQueue;
            import java.util.concurrent.ExecutorService;

            class Sample {
              private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

              void start(ExecutorService pool) {
                pool.execute(() -> drain(pool));
                pool.execute(() -> drain(pool));
              }

              void drain(ExecutorService pool) {
                while (!waiting.isEmpty()) {
                  Runnable job = waiting.remove();
                  pool.execute(() -> job.run());
                }
              }
            }
            """,
            """
            import java.util.Queue;
            import java.util.concurrent.ConcurrentLinkedQueue;
            import java.util.concurrent.ExecutorService;

            class Sample {
              private final Object lock = new Object();
              private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

              void start(ExecutorService pool) {
                pool.execute(() -> drain(pool));
                pool.execute(() -> drain(pool));
              }

              void drain(ExecutorService pool) {
                synchronized (lock) {
                  while (!waiting.isEmpty()) {
                    Runnable job = waiting.remove();
                    pool.execute(() -> job.run());
                  }
                }
              }
            }
            """);
  }

  @Test
  void removalThatNothingDependsOnTakesTheElement() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.Queue;
            import java.util.concurrent.ConcurrentLinkedQueue;

            class Sample {
              private final Queue<Integer> applied = new ConcurrentLinkedQueue<>();

              void done(int id) {
                Integer first = applied.peek();
                if (first != null && first == id) {
                  applied.remove();
                }
              }
            }
            """,
            """
            import java.util.Queue;
            import java.util.concurrent.ConcurrentLinkedQueue;

            class Sample {
              private final Queue<Integer> applied = new ConcurrentLinkedQueue<>();

              void done(int id) {
                Integer first = applied.peek();
                if (first != null && first == id) {
                  applied.remove(first);
                }
              }
            }
            """);
  }
}
