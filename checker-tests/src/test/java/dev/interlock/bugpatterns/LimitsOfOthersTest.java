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
}
