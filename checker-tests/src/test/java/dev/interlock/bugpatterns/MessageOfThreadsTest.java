package dev.interlock.bugpatterns;

import static com.google.common.truth.Truth.assertThat;
import static dev.interlock.bugpatterns.Messages.messageFor;

import org.junit.jupiter.api.Test;

/** How messages tell which threads meet, where, and how that is known. */
final class MessageOfThreadsTest {

  @Test
  void declarationAsWitness() {
    assertThat(
            messageFor(
                """
                class Visits {
                  private volatile long count;

                  void visit() {
                    count++;
                  }
                }
                """))
        .isEqualTo(
            """
            [UnsafeReadModifyWrite] 'count' is volatile, but read and written back in two steps; concurrent updates are lost
              Thread A: a call of visit() (line 4), no lock held
              Thread B: another call of visit(), no lock held
                A reads   count    line 5
                B writes  count++  line 5
                A writes  count++  line 5: overwrites what B wrote
              Make 'count' an AtomicLong and use incrementAndGet(), or hold one lock around all code that uses it.
              Fix: Make 'count' an AtomicLong, or guard 'count' by one lock
                (see https://github.com/interlock-dev/interlock/blob/main/docs/checks/UnsafeReadModifyWrite.md)\
            """);
  }

  @Test
  void launchInAnotherFile() {
    assertThat(
            messageFor(
                """
                package shop;

                import java.util.concurrent.CompletableFuture;

                class Gateway {
                  private final RetryManager retries = new RetryManager();

                  CompletableFuture<Void> send(Runnable request) {
                    return CompletableFuture.runAsync(() -> exchange(request));
                  }

                  private void exchange(Runnable request) {
                    retries.call(request);
                  }
                }
                """,
                """
                package shop;

                class RetryManager {
                  private final Statistics statistics = new Statistics();

                  void call(Runnable request) {
                    request.run();
                    record(1);
                  }

                  private void record(int attempts) {
                    statistics.attempts += attempts;
                  }

                  private static final class Statistics {
                    long attempts;
                  }
                }
                """))
        .isEqualTo(
            """
            [UnsafeReadModifyWrite] 'statistics.attempts' is read and written back in two steps by tasks that run in parallel; concurrent updates are lost
              Thread A: a task launched by CompletableFuture.runAsync(...) (Gateway.java:9), running Gateway.exchange() ->
                RetryManager.call() -> record(), no lock held
              Thread B: the same task, launched by another call of Gateway.send(), no lock held
                A reads   statistics.attempts              line 12
                B writes  statistics.attempts += attempts  line 12
                A writes  statistics.attempts += attempts  line 12: overwrites what B wrote
              Make 'statistics.attempts' an AtomicLong and use addAndGet(), or hold one lock around all code that uses it.
              Fix: Make 'attempts' an AtomicLong, or guard 'attempts' by one lock
                (see https://github.com/interlock-dev/interlock/blob/main/docs/checks/UnsafeReadModifyWrite.md)\
            """);
  }

  @Test
  void readLock() {
    assertThat(
            messageFor(
                """
                import java.util.concurrent.ExecutorService;
                import java.util.concurrent.locks.ReadWriteLock;
                import java.util.concurrent.locks.ReentrantReadWriteLock;

                class Herbs {
                  private final ReadWriteLock lock = new ReentrantReadWriteLock();
                  private int lookups;

                  void look(ExecutorService readers) {
                    readers.execute(
                        () -> {
                          lock.readLock().lock();
                          try {
                            lookups++;
                          } finally {
                            lock.readLock().unlock();
                          }
                        });
                  }
                }
                """))
        .isEqualTo(
            """
            [InconsistentLocking] 'lookups' is updated under the read lock 'lock.readLock()', which many threads can hold; concurrent updates are lost
              Thread A: a task launched by readers.execute(...) (line 10), holding 'lock.readLock()'
              Thread B: the same task, launched by another call of look(), holding 'lock.readLock()'
                A reads   lookups    line 14
                B writes  lookups++  line 14
                A writes  lookups++  line 14: overwrites what B wrote
              Take the write lock here: a read lock does not keep other readers out.
              Fix: Make 'lookups' an AtomicInteger, or take the write lock where 'lookups' is changed
                (see https://github.com/interlock-dev/interlock/blob/main/docs/checks/InconsistentLocking.md)\
            """);
  }

  @Test
  void entriesThatManyThreadsMakeAtOnce() {
    assertThat(
            messageFor(
                """
                @interface ThreadSafe {}
                """,
                """
                @ThreadSafe
                class Budget {
                  private int spent;

                  void spend(int amount) {
                    if (spent < 100) {
                      spent = spent + amount;
                    }
                  }
                }
                """))
        .isEqualTo(
            """
            [UnsafeReadModifyWrite] 'spent' is read and written back in two steps by concurrent calls of spend(); concurrent updates are lost
              Thread A: a call of spend() (line 5), no lock held
              Thread B: another call of spend(), no lock held
                A reads   spent + amount          line 7
                B writes  spent = spent + amount  line 7
                A writes  spent = spent + amount  line 7: overwrites what B wrote
              Make 'spent' an AtomicInteger and use updateAndGet(), or hold one lock around all code that uses it.
              Fix: Make 'spent' an AtomicInteger, or guard 'spent' by one lock
                (see https://github.com/interlock-dev/interlock/blob/main/docs/checks/UnsafeReadModifyWrite.md)\
            """);
  }

  @Test
  void codeThatIsLongOrOnSeveralLines() {
    assertThat(
            messageFor(
                """
                import java.util.concurrent.ExecutorService;

                class Journal {
                  private String text = "";

                  void write(ExecutorService pool, String author, String title, String chapter) {
                    pool.execute(
                        () -> {
                          // "Not code" /* nor this */
                          text =
                              text // what was written before
                                  + "by // " /* a name */
                                  + author.substring(0, Math.min(20, author.length()))
                                  + ": "
                                  + title.toUpperCase(java.util.Locale.ROOT)
                                  + chapter;
                        });
                  }
                }
                """))
        .isEqualTo(
            """
            [UnsafeReadModifyWrite] 'text' is read and written back in two steps by tasks that run in parallel; concurrent updates are lost
              Thread A: a task launched by pool.execute(...) (line 7), no lock held
              Thread B: the same task, launched by another call of write(), no lock held
                A reads   text + "by // "                                     line 11
                B writes  text = text + "by // " + author.substring(0, Ma...  line 10
                A writes  text = text + "by // " + author.substring(0, Ma...  line 10: overwrites what B wrote
              Make 'text' an AtomicReference and use updateAndGet(), or hold one lock around all code that uses it.
              Fix: Make 'text' an AtomicReference, or guard 'text' by one lock
                (see https://github.com/interlock-dev/interlock/blob/main/docs/checks/UnsafeReadModifyWrite.md)\
            """);
  }

  private static final String JOURNAL =
      """
      import java.util.concurrent.locks.ReentrantReadWriteLock;

      interface Output {
        void begin();

        void end();
      }

      class Text implements Output {
        private int indent;

        static Text make() {
          return new Text();
        }

        public void begin() {
          indent++;
        }

        @SuppressWarnings("InconsistentLocking")
        public void end() {
          indent--;
        }
      }

      class Binary implements Output {
        static Binary make() {
          return new Binary();
        }

        public void begin() {}

        public void end() {}
      }

      class Header {
        public void serialize(Output output) {
          output.begin();
          output.end();
        }
      }

      class Writer {
        private final Output output;

        Writer(boolean readable) {
          output = readable ? Text.make() : Binary.make();
        }

        public void write(Header header) {
          synchronized (header) {
            header.serialize(output);
          }
        }
      }

      class Journal {
        private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

        public void log(Header header) {
          ReentrantReadWriteLock.WriteLock writing = lock.writeLock();
          writing.lock();
          try {
            %s made = %1$s.make();
            header.serialize(made);
          } finally {
            writing.unlock();
          }
        }
      }
      """;

  @Test
  void methodMayReturnWhatHasTheVariable() {
    assertThat(messageFor(JOURNAL.formatted("Text"))).contains("elsewhere");
  }

  @Test
  void methodReturnsWhatDoesNotHaveTheVariable() {
    assertThat(messageFor(JOURNAL.formatted("Binary"))).doesNotContain("elsewhere");
  }
}
