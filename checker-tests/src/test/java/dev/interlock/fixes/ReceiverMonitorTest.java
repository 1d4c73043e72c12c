package dev.interlock.fixes;

import org.junit.jupiter.api.Test;

/** Two calls on an object whose methods are synchronized. */
final class ReceiverMonitorTest {
  private static final String WALLET =
      """
        static class Wallet {
          private long balance;

          synchronized long balance() {
            return balance;
          }

          synchronized void balance(long balance) {
            this.balance = balance;
          }

          synchronized void debit(long amount) {
            balance -= amount;
          }
        }

        private final java.util.Map<String, Wallet> wallets =
            new java.util.concurrent.ConcurrentHashMap<>();
        private final java.util.List<String> journal = new java.util.ArrayList<>();
      """;

  @Test
  void callsAreMadeInOneSectionOfTheObject() {
    turns(
        """
          boolean pay(String name, long amount) {
            Wallet wallet = wallets.get(name);
            if (wallet.balance() < amount) {
              return false;
            }
            wallet.debit(amount); // paid
            return true;
          }
        """,
        """
          boolean pay(String name, long amount) {
            Wallet wallet = wallets.get(name);
            synchronized (wallet) {
              if (wallet.balance() < amount) {
                return false;
              }
              wallet.debit(amount); // paid
            }
            return true;
          }
        """);
  }

  @Test
  void newValueFromTheOldOneIsSetInOneSection() {
    turns(
        """
          void bonus(String name, long amount) {
            Wallet wallet = wallets.get(name);
            wallet.balance(wallet.balance() + amount);
          }
        """,
        """
          void bonus(String name, long amount) {
            Wallet wallet = wallets.get(name);
            synchronized (wallet) {
              wallet.balance(wallet.balance() + amount);
            }
          }
        """);
  }

  @Test
  void objectIsNotLockedWhileCodeFromElsewhereRuns() {
    leaves(
        """
          void pay(String name, long amount, Runnable delivery) {
            Wallet wallet = wallets.get(name);
            if (wallet.balance() >= amount) {
              delivery.run();
              wallet.debit(amount);
            }
          }
        """);
  }

  @Test
  void lockThatComesLastInEveryOrderMayBeTakenInside() {
    turns(
        """
          void bonus(String name, long amount) {
            Wallet wallet = wallets.get(name);
            long before = wallet.balance();
            synchronized (journal) {
              journal.add(name);
            }
            wallet.balance(before + amount);
          }
        """,
        """
          void bonus(String name, long amount) {
            Wallet wallet = wallets.get(name);
            synchronized (wallet) {
              long before = wallet.balance();
              synchronized (journal) {
                journal.add(name);
              }
              wallet.balance(before + amount);
            }
          }
        """);
  }

  @Test
  void lockThatIsHeldForOtherCodeIsNotTakenInside() {
    leaves(
        """
          void bonus(String name, long amount) {
            Wallet wallet = wallets.get(name);
            long before = wallet.balance();
            synchronized (journal) {
              journal.add(name);
            }
            wallet.balance(before + amount);
          }

          void print(Runnable header) {
            synchronized (journal) {
              header.run();
              journal.clear();
            }
          }
        """);
  }

  @Test
  void elementsOfALocalCollectionAreLeftAlone() {
    turns(
        """
          void bonus(String name, long amount) {
            Wallet wallet = wallets.get(name);
            wallet.balance(wallet.balance() + amount);
          }

          void round() {
            java.util.List<Wallet> all = new java.util.ArrayList<>(wallets.values());
            for (Wallet wallet : all) {
              long before = wallet.balance();
              wallet.balance(before / 10 * 10);
            }
          }
        """,
        """
          void bonus(String name, long amount) {
            Wallet wallet = wallets.get(name);
            synchronized (wallet) {
              wallet.balance(wallet.balance() + amount);
            }
          }

          void round() {
            java.util.List<Wallet> all = new java.util.ArrayList<>(wallets.values());
            for (Wallet wallet : all) {
              long before = wallet.balance();
              wallet.balance(before / 10 * 10);
            }
          }
        """);
  }

  private static void turns(String before, String after) {
    Refactoring.byDefault().turns(sample(before), sample(after));
  }

  private static void leaves(String code) {
    Refactoring.byDefault().leaves(sample(code));
  }

  private static String sample(String code) {
    return "public class Sample {\n" + WALLET + "\n" + code + "}\n";
  }
}
