package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** One lock out of many, chosen by the key of what it guards. */
final class KeyedLocksTest {

  @Test
  void lockChosenByCallsOfTheKey() {
    CheckTester.of(
            """
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

              public void pay(String id, String other, long amount) {
                Account account = accounts.get(id);
                ReentrantLock lock = locks[Math.floorMod(id.hashCode(), locks.length)];
                lock.lock();
                try {
                  account.balance += amount;
                } finally {
                  lock.unlock();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void lockChosenByCallsOfAnotherKey() {
    CheckTester.of(
            """
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

              public void pay(String id, String other, long amount) {
                Account account = accounts.get(id);
                ReentrantLock lock = locks[Math.floorMod(other.hashCode(), locks.length)];
                lock.lock();
                try {
                  account.balance += amount; // BUG: InconsistentLocking
                } finally {
                  lock.unlock();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void lockChosenByAMethod() {
    CheckTester.of(
            """
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
                ReentrantLock lock = lockFor(id);
                lock.lock();
                try {
                  account.balance += amount;
                } finally {
                  lock.unlock();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void lockOfAnotherKeyChosenByAMethod() {
    CheckTester.of(
            """
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
                ReentrantLock lock = lockFor(other);
                lock.lock();
                try {
                  account.balance += amount; // BUG: InconsistentLocking
                } finally {
                  lock.unlock();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void lockChosenByTheKeyThatTheObjectKeeps() {
    CheckTester.of(
            """
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
                ReentrantLock lock = lockFor(account.id);
                lock.lock();
                try {
                  account.balance += amount;
                } finally {
                  lock.unlock();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void numberOfAllUnderTheLockOfOneKey() {
    CheckTester.of(
            """
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
                ReentrantLock lock = lockFor(id);
                lock.lock();
                try {
                  account.balance += amount;
                  total += amount; // BUG: InconsistentLocking
                } finally {
                  lock.unlock();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
