package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** What is asked of an object in one critical section, and relied upon in the next. */
final class LimitsOfOthersTest {
  private static final String BANK =
      """
      import java.util.Map;
      import java.util.concurrent.ConcurrentHashMap;

      class Bank {
        private final Map<String, Wallet> wallets = new ConcurrentHashMap<>();

        private Wallet wallet(String id) {
          return wallets.computeIfAbsent(id, key -> new Wallet());
        }

        boolean pay(String id, long amount) {
          Wallet wallet = wallet(id);
          if (wallet.available() < amount) {
            return false;
          }
          wallet.debit(amount);
          return true;
        }
      }
      """;

  @Test
  void limitAskedBeforeItIsUsedUp() {
    CheckTester.of(
            BANK.replace(
                "wallet.debit(amount);", "wallet.debit(amount); // BUG: SplitCriticalSection"),
            """
            class Wallet {
              private long available;

              synchronized long available() {
                return available;
              }

              synchronized void debit(long amount) {
                available -= amount;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void limitAskedOfAnObjectThatIsLookedUpByGet() {
    CheckTester.of(
            BANK.replace("computeIfAbsent(id, key -> new Wallet())", "get(id)")
                .replace(
                    "wallet.debit(amount);", "wallet.debit(amount); // BUG: SplitCriticalSection"),
            """
            class Wallet {
              private long available;

              synchronized long available() {
                return available;
              }

              synchronized void debit(long amount) {
                available -= amount;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void limitAskedAgainWhereItIsUsedUp() {
    CheckTester.of(
            BANK,
            """
            class Wallet {
              private long available;

              synchronized long available() {
                return available;
              }

              synchronized void debit(long amount) {
                if (available >= amount) {
                  available -= amount;
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void gottenAndSetBack() {
    CheckTester.of(
            """
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;

            class Bank {
              private final Map<String, Wallet> wallets = new ConcurrentHashMap<>();

              private Wallet wallet(String id) {
                return wallets.computeIfAbsent(id, key -> new Wallet());
              }

              void receive(String id, long amount) {
                Wallet wallet = wallet(id);
                wallet.setAvailable(wallet.getAvailable() + amount); // BUG: SplitCriticalSection
              }
            }
            """,
            """
            class Wallet {
              private long available;

              synchronized long getAvailable() {
                return available;
              }

              synchronized void setAvailable(long amount) {
                available = amount;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void addedInOneCriticalSection() {
    CheckTester.of(
            """
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;

            class Bank {
              private final Map<String, Wallet> wallets = new ConcurrentHashMap<>();

              private Wallet wallet(String id) {
                return wallets.computeIfAbsent(id, key -> new Wallet());
              }

              void receive(String id, long amount) {
                wallet(id).add(amount);
              }
            }
            """,
            """
            class Wallet {
              private long available;

              synchronized void add(long amount) {
                available += amount;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void limitOfAVolatileCounterIsAskedBeforeTheLock() {
    CheckTester.of(
            """
            class Gate {
              private final Object lock = new Object();
              private volatile int state;
              private volatile int upgraded;

              boolean upgrade() {
                if ((state & 1) != 0) {
                  return false;
                }
                if (upgraded >= 16) {
                  return false;
                }
                synchronized (lock) {
                  upgraded++; // BUG: InconsistentLocking
                }
                return true;
              }

              void downgrade() {
                synchronized (lock) {
                  upgraded--;
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void versionThatIsExpectedIsLookedAtUnderTheLock() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.function.Function;

            class Events {
              static class Stream {
                private final List<String> events = new ArrayList<>();

                synchronized List<String> read() {
                  return List.copyOf(events);
                }

                synchronized boolean append(int expected, List<String> more) {
                  if (events.size() != expected) {
                    return false;
                  }
                  events.addAll(more);
                  return true;
                }
              }

              private final Map<String, Stream> streams = new ConcurrentHashMap<>();

              boolean execute(String id, Function<List<String>, List<String>> decision) {
                Stream stream = streams.computeIfAbsent(id, k -> new Stream());
                List<String> past = stream.read();
                return stream.append(past.size(), decision.apply(past));
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  private static final String STORE =
      """
      import java.util.List;
      import java.util.Map;
      import java.util.concurrent.ConcurrentHashMap;

      class Store {
        private final Map<String, Events> streams = new ConcurrentHashMap<>();

        private Events stream(String id) {
          return streams.computeIfAbsent(id, key -> new Events());
        }

        void append(String id, int version, List<String> events) {
          Events stream = stream(id);
          if (stream.size() != version) {
            throw new IllegalStateException();
          }
          stream.append(events);
        }
      }
      """;

  @Test
  void versionComparedBeforeItGrows() {
    CheckTester.of(
            STORE.replace(
                "stream.append(events);", "stream.append(events); // BUG: SplitCriticalSection"),
            """
            import java.util.ArrayList;
            import java.util.List;

            class Events {
              private final List<String> all = new ArrayList<>();

              synchronized int size() {
                return all.size();
              }

              synchronized void append(List<String> events) {
                all.addAll(events);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void versionComparedUnderTheLockUnderWhichItGrows() {
    CheckTester.of(
            STORE
                .replace("if (stream", "synchronized (stream) { if (stream")
                .replace("stream.append(events);", "stream.append(events); }"),
            """
            import java.util.ArrayList;
            import java.util.List;

            class Events {
              private final List<String> all = new ArrayList<>();

              synchronized int size() {
                return all.size();
              }

              synchronized void append(List<String> events) {
                all.addAll(events);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void limitAskedUnderTheLockOfTheCaller() {
    CheckTester.of(
            """
            import java.math.BigDecimal;
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;

            class Bank {
              private final Map<String, Wallet> wallets = new ConcurrentHashMap<>();

              private Wallet wallet(String id) {
                return wallets.computeIfAbsent(id, key -> new Wallet());
              }

              boolean authorize(String id, BigDecimal amount) {
                Wallet wallet = wallet(id);
                BigDecimal free;
                synchronized (wallet) {
                  free = wallet.free();
                }
                if (free.compareTo(amount) < 0) {
                  return false;
                }
                wallet.hold(amount); // BUG: SplitCriticalSection
                return true;
              }

              boolean authorizeAtOnce(String id, BigDecimal amount) {
                Wallet wallet = wallet(id);
                synchronized (wallet) {
                  if (wallet.free().compareTo(amount) < 0) {
                    return false;
                  }
                  wallet.hold(amount);
                }
                return true;
              }
            }
            """,
            """
            import java.math.BigDecimal;

            class Wallet {
              private BigDecimal free = BigDecimal.TEN;

              BigDecimal free() {
                return free;
              }

              synchronized void hold(BigDecimal amount) {
                free = free.subtract(amount);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void recordThatIsKeptOfTheNewNumber() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.atomic.AtomicInteger;

            class Limiter {
              private static final int MAX = 10;

              private final AtomicInteger open = new AtomicInteger();
              private final AtomicInteger most = new AtomicInteger();

              void serve(ExecutorService pool) {
                pool.execute(this::enter);
                pool.execute(this::enter);
              }

              private boolean enter() {
                if (open.get() >= MAX) {
                  return false;
                }
                int now = open.incrementAndGet(); // BUG: AtomicGetThenSet
                if (now > most.get()) {
                  most.set(now); // BUG: AtomicGetThenSet
                }
                return true;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void newNumberThatIsComparedWithTheLimit() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.atomic.AtomicInteger;

            class Limiter {
              private static final int MAX = 10;

              private final AtomicInteger open = new AtomicInteger();
              private final AtomicInteger refused = new AtomicInteger();

              void serve(ExecutorService pool) {
                pool.execute(this::enter);
                pool.execute(this::enter);
              }

              private boolean enter() {
                if (open.get() >= MAX) {
                  return false;
                }
                int now = open.incrementAndGet();
                if (now > MAX) {
                  open.decrementAndGet();
                  refused.incrementAndGet();
                  return false;
                }
                return true;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void limitThatIsRememberedFromAnEarlierSection() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Pool {
              private final Object lock = new Object();
              private int active;

              void serve(ExecutorService pool) {
                pool.execute(this::borrow);
                pool.execute(this::borrow);
              }

              private void borrow() {
                boolean room;
                synchronized (lock) {
                  room = active < 10;
                }
                if (room) {
                  synchronized (lock) {
                    active++; // BUG: SplitCriticalSection
                  }
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
