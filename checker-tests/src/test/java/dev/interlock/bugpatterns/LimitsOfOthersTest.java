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
}
