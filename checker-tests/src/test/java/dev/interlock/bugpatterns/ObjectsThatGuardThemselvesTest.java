package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Objects whose methods lock one by one, and who calls two of them in a row. */
final class ObjectsThatGuardThemselvesTest {

  @Test
  void valueThatIsGotAndSetInTwoSections() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Desk {
              static final class Account {
                private long balance;

                synchronized long balance() {
                  return balance;
                }

                synchronized void set(long value) {
                  balance = value;
                }
              }

              void charge(ExecutorService tellers, Account account, long fee) {
                tellers.submit(() -> {
                  account.set(account.balance() - fee); // BUG: SplitCriticalSection
                });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void valueThatIsGotAndSetUnderTheMonitorOfTheObject() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Desk {
              static final class Account {
                private long balance;

                synchronized long balance() {
                  return balance;
                }

                synchronized void set(long value) {
                  balance = value;
                }
              }

              void charge(ExecutorService tellers, Account account, long fee) {
                tellers.submit(() -> {
                  synchronized (account) {
                    account.set(account.balance() - fee);
                  }
                });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void valueThatIsGotFromAnotherObject() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Desk {
              static final class Account {
                private long balance;

                synchronized long balance() {
                  return balance;
                }

                synchronized void set(long value) {
                  balance = value;
                }
              }

              void charge(ExecutorService tellers, Account account, Account other, long fee) {
                tellers.submit(() -> {
                  account.set(other.balance() - fee);
                });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void valueOfAnObjectThatThePublicIsGiven() {
    CheckTester.of(
            """
            public class Bank {
              public static final class Account {
                private long balance;

                public synchronized long balance() {
                  return balance;
                }

                public synchronized void set(long value) {
                  balance = value;
                }
              }

              public void charge(Account account, long fee) {
                account.set(account.balance() - fee); // BUG: SplitCriticalSection
              }

              void chargeOwn(long fee) {
                Account account = new Account();
                account.set(account.balance() - fee);
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
