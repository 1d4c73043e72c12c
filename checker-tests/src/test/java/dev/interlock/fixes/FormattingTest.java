package dev.interlock.fixes;

import static com.google.common.truth.Truth.assertThat;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a patch does not change stays as it was, to the letter. */
final class FormattingTest {
  @TempDir Path work;

  @Test
  void lockIsDeclaredWhereTheLineHasOtherCodeBefore() throws IOException {
    assertThat(
            patched(
                """
                class Sample {
                  void tell() {
                    System.out.println(sum); } private volatile double sum;

                  void add(int i) { sum += i; }
                }
                """))
        .isEqualTo(
            """
            class Sample {
              void tell() {
                System.out.println(sum); } private final Object lock = new Object();
                private volatile double sum;

              void add(int i) { synchronized (lock) { sum += i; } }
            }
            """);
  }

  @Test
  void lockIsDeclaredBelowAnAnnotatedClassHeader() throws IOException {
    assertThat(
            patched(
                """
                @Deprecated class Sample {
                  private volatile double sum;

                  void add(int i) { sum += i; }
                }
                """))
        .isEqualTo(
            """
            @Deprecated class Sample {
              private final Object lock = new Object();
              private volatile double sum;

              void add(int i) { synchronized (lock) { sum += i; } }
            }
            """);
  }

  @Test
  void sectionsWhoseBracesDoNotStandAloneAreLeft() throws IOException {
    String sample =
        """
        class Sample implements Runnable {
          private int sum;

          public void run() {
            int seen;
            synchronized (this) {
              seen = sum;
            }
            int next = seen + 1; synchronized (this) {
              sum = next;
            }
          }

          void start() {
            new Thread(this).start();
            new Thread(this).start();
          }
        }
        """;

    assertThat(patched(sample)).isEqualTo(sample);
  }

  @Test
  void commentsAndBlankLinesStay() throws IOException {
    assertThat(
            patched(
                """
                /** Counts.  */
                class Sample
                {
                  /* how often */ private volatile int   hits ; // since the start


                  // The sum of all.
                  private volatile double sum;

                  void hit( int i )
                  {
                    hits ++;   // another one

                    // twice
                    sum += i;  /* exact */
                    sum += i;
                  }
                }
                """))
        .isEqualTo(
            """
            /** Counts.  */
            class Sample
            {
              private final Object lock = new Object();
              /* how often */ private volatile int   hits ; // since the start


              // The sum of all.
              private volatile double sum;

              void hit( int i )
              {
                synchronized (lock) {
                  hits ++;   // another one

                  // twice
                  sum += i;  /* exact */
                  sum += i;
                }
              }
            }
            """);
  }

  @Test
  void declarationKeepsItsSpaces() throws IOException {
    assertThat(
            patched(
                """
                class Sample {
                  /* how often */ private volatile int   hits ; // since the start

                  int hit() { return  ++ hits ; }
                }
                """))
        .isEqualTo(
            """

            import java.util.concurrent.atomic.AtomicInteger;
            class Sample {
              /* how often */ private final AtomicInteger   hits = new AtomicInteger() ; // since the start

              int hit() { return  hits.incrementAndGet() ; }
            }
            """);
  }

  @Test
  void tabsAndLineBreaksStay() throws IOException {
    String before =
        """
        class Sample {
        \tprivate volatile double sum;

        \tvoid add(double x) {
        \t\tsum += x;
        \t}
        }
        """;
    String after =
        """
        class Sample {
        \tprivate final Object lock = new Object();
        \tprivate volatile double sum;

        \tvoid add(double x) {
        \t\tsynchronized (lock) {
        \t\t\tsum += x;
        \t\t}
        \t}
        }
        """;
    assertThat(patched(before)).isEqualTo(after);
    assertThat(patched(before.replace("\n", "\r\n"))).isEqualTo(after.replace("\n", "\r\n"));
  }

  @Test
  void lambdaThatGetsABlockIsLaidOutAsOne() throws IOException {
    assertThat(
            patched(
                """
                import java.util.List;

                class Sample {
                  double weigh(List<String> words) {
                    double[] weight = {0};
                    words.parallelStream().forEach(word -> weight[0] += 1.0 / word.length());
                    return weight[0];
                  }
                }
                """))
        .contains(
            """
                words.parallelStream().forEach(word -> {
                  synchronized (lock) {
                    weight[0] += 1.0 / word.length();
                  }
                });
                return weight[0];
            """);
  }

  @Test
  void lineThatGetsTooLongIsBroken() throws IOException {
    assertThat(
            patched(
                """
                import java.util.concurrent.atomic.AtomicInteger;
                import java.util.concurrent.atomic.AtomicReference;

                class Sample {
                  private record Holder(String node, long until, long token) {}

                  private final AtomicReference<Holder> holder = new AtomicReference<>(new Holder("", 0, 0));
                  private final AtomicInteger reservedConnections = new AtomicInteger();
                  private static final int MAXIMUM = 10;

                  boolean renew(String node, long now, long millis) {
                    Holder h = holder.get();
                    if (!h.node().equals(node) || h.until() <= now) {
                      return false;
                    }
                    holder.set(new Holder(node, now + millis, h.token()));
                    return true;
                  }

                  boolean reserve() {
                    if (reservedConnections.get() < MAXIMUM) {
                      reservedConnections.incrementAndGet();
                      return true;
                    }
                    return false;
                  }
                }
                """))
        .isEqualTo(
            """
            import java.util.concurrent.atomic.AtomicInteger;
            import java.util.concurrent.atomic.AtomicReference;

            class Sample {
              private record Holder(String node, long until, long token) {}

              private final AtomicReference<Holder> holder = new AtomicReference<>(new Holder("", 0, 0));
              private final AtomicInteger reservedConnections = new AtomicInteger();
              private static final int MAXIMUM = 10;

              boolean renew(String node, long now, long millis) {
                Holder h = holder.getAndUpdate(
                    current -> !current.node().equals(node) || current.until() <= now
                        ? current
                        : new Holder(node, now + millis, current.token()));
                if (!h.node().equals(node) || h.until() <= now) {
                  return false;
                }
                return true;
              }

              boolean reserve() {
                if (reservedConnections.getAndUpdate(
                    current -> current < MAXIMUM ? current + 1 : current) < MAXIMUM) {
                  return true;
                }
                return false;
              }
            }
            """);
  }

  private String patched(String source) throws IOException {
    return new PatchedInPlace(work, ImmutableMap.of()).patch(source);
  }

  @Test
  void commentBesideTheLockOfWritersIsKept() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.concurrent.locks.ReentrantReadWriteLock;

            class Sample {
              private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
              private int term;

              boolean vote(int candidate) {
                int current;
                lock.readLock().lock();
                try {
                  current = term;
                } finally {
                  lock.readLock().unlock();
                }
                if (candidate <= current) {
                  return false;
                }
                lock.writeLock().lock(); // once more
                try {
                  term = candidate;
                } finally {
                  lock.writeLock().unlock();
                }
                return true;
              }
            }
            """,
            """
            import java.util.concurrent.locks.ReentrantReadWriteLock;

            class Sample {
              private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
              private int term;

              boolean vote(int candidate) {
                int current;
                lock.writeLock().lock();
                try {
                  current = term;
                  if (candidate <= current) {
                    return false;
                  }
                  // once more
                  term = candidate;
                } finally {
                  lock.writeLock().unlock();
                }
                return true;
              }
            }
            """);
  }

  @Test
  void commentBesideTheSecondSectionIsKept() {
    Refactoring.byDefault()
        .turns(
            """
            class Sample {
              private int term;

              boolean vote(int candidate) {
                int current;
                synchronized (this) {
                  current = term;
                }
                if (candidate <= current) {
                  return false;
                }
                synchronized (this) { // once more
                  term = candidate;
                }
                return true;
              }
            }
            """,
            """
            class Sample {
              private int term;

              boolean vote(int candidate) {
                int current;
                synchronized (this) {
                  current = term;
                  if (candidate <= current) {
                    return false;
                  }
                  // once more
                  term = candidate;
                }
                return true;
              }
            }
            """);
  }
}
