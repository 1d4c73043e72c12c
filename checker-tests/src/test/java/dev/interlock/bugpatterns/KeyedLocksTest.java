package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** One lock out of many, chosen by the key of what it guards. */
final class KeyedLocksTest {
  private static final String WRONG = " // BUG: InconsistentLocking";

  @Test
  void lockChosenByCallsOfTheKey() {
    CheckTester.of(bank("locks[Math.floorMod(id.hashCode(), locks.length)]", "account.balance", ""))
        .reportsWhatIsMarked();
  }

  @Test
  void lockChosenByCallsOfAnotherKey() {
    CheckTester.of(
            bank("locks[Math.floorMod(other.hashCode(), locks.length)]", "account.balance", WRONG))
        .reportsWhatIsMarked();
  }

  @Test
  void lockChosenByAMethod() {
    CheckTester.of(bank("lockFor(id)", "account.balance", "")).reportsWhatIsMarked();
  }

  @Test
  void lockOfAnotherKeyChosenByAMethod() {
    CheckTester.of(bank("lockFor(other)", "account.balance", WRONG)).reportsWhatIsMarked();
  }

  @Test
  void lockChosenByTheKeyThatTheObjectKeeps() {
    CheckTester.of(bank("lockFor(account.id)", "account.balance", "")).reportsWhatIsMarked();
  }

  @Test
  void numberOfAllUnderTheLockOfOneKey() {
    CheckTester.of(bank("lockFor(id)", "total", WRONG)).reportsWhatIsMarked();
  }

  private static String bank(String lock, String number, String mark) {
    return """
        import java.util.Map;
        import java.util.concurrent.ConcurrentHashMap;
        import java.util.concurrent.locks.ReentrantLock;

        public class Bank {
          static final class Account {
            final String id;
            private long balance;

            Account(String id) {
              this.id = id;
            }
          }

          private final ReentrantLock[] locks = new ReentrantLock[16];
          private final Map<String, Account> accounts = new ConcurrentHashMap<>();
          private long total;

          public Bank() {
            for (int i = 0; i < locks.length; i++) {
              locks[i] = new ReentrantLock();
            }
          }

          private ReentrantLock lockFor(String key) {
            return locks[Math.floorMod(key.hashCode(), locks.length)];
          }

          public void pay(String id, String other, long amount) {
            Account account = accounts.get(id);
            ReentrantLock lock = %s;
            lock.lock();
            try {
              %s += amount;%s
            } finally {
              lock.unlock();
            }
          }
        }
        """
        .formatted(lock, number, mark);
  }
}
