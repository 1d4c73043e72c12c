package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Locks that belong to one object of many: an element, its owner, a key. */
final class LockOfOwnerTest {

  @Test
  void oneLockForTheMapAndOneForEachKey() {
    CheckTester.of(
            """
            import java.util.HashMap;
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.locks.ReentrantLock;

            class Loading {
              private final Map<String, String> entries = new HashMap<>();
              private final Map<String, ReentrantLock> keys = new ConcurrentHashMap<>();

              String get(String key) {
                ReentrantLock lock = keys.computeIfAbsent(key, k -> new ReentrantLock());
                lock.lock();
                try {
                  String value;
                  synchronized (entries) {
                    value = entries.get(key);
                  }
                  if (value == null) {
                    value = key.trim();
                    synchronized (entries) {
                      entries.put(key, value);
                    }
                  }
                  return value;
                } finally {
                  lock.unlock();
                }
              }

              void drop(String key) {
                ReentrantLock lock = keys.computeIfAbsent(key, k -> new ReentrantLock());
                lock.lock();
                try {
                  entries.remove(key); // BUG: InconsistentLocking
                } finally {
                  lock.unlock();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void internedStringGuardsWhatItSelectsAndNothingElse() {
    CheckTester.of(
            """
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ExecutorService;

            class Parties {
              private final Map<String, Integer> votes = new ConcurrentHashMap<>();
              private int all;

              void count(ExecutorService scanners, String party) {
                scanners.execute(
                    () -> {
                      synchronized (party.intern()) {
                        Integer before = votes.get(party);
                        votes.put(party, before == null ? 1 : before + 1);
                        all++; // BUG: InconsistentLocking
                      }
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void oneLockOfManyGuardsNothingThatAllHaveInCommon() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.locks.Lock;
            import java.util.concurrent.locks.ReentrantLock;

            class Wallets {
              private final Lock[] stripes = {new ReentrantLock(), new ReentrantLock()};
              private final long[] balances = new long[100];
              private long fees;

              void charge(ExecutorService pool, int wallets) {
                for (int i = 0; i < wallets; i++) {
                  int wallet = i;
                  pool.execute(() -> charge(wallet));
                  pool.execute(() -> charge(wallet));
                }
              }

              private void charge(int wallet) {
                Lock lock = stripes[wallet % 2];
                lock.lock();
                try {
                  balances[wallet]--;
                  fees++; // BUG: InconsistentLocking
                } finally {
                  lock.unlock();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void lockOfWhicheverObjectTheStateIsIn() {
    CheckTester.of(
            """
            import java.util.List;
            import java.util.concurrent.ExecutorService;

            class Warehouse {
              private final List<Zone> zones;

              Warehouse(List<Zone> zones) {
                this.zones = zones;
              }

              void open(ExecutorService pool, int robots) {
                for (int i = 0; i < robots; i++) {
                  int from = i;
                  pool.execute(() -> zones.get(from % zones.size()).store());
                  pool.execute(() -> zones.get((from + 1) % zones.size()).clear());
                }
              }
            }

            class Zone {
              private final Object shelfLock = new Object();
              private final Object robotLock = new Object();
              private int stored;
              private int moves;

              void store() {
                synchronized (shelfLock) {
                  stored++;
                  moves++; // BUG: InconsistentLocking
                }
              }

              void clear() {
                synchronized (shelfLock) {
                  stored = 0;
                }
                synchronized (robotLock) {
                  moves++; // BUG: InconsistentLocking
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void monitorOfAnElementByWhateverWayItWasFound() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;

            class Account {
              private long cents;
              private int version;

              synchronized long cents() {
                return cents;
              }

              synchronized void set(long cents) {
                this.cents = cents;
                version++;
              }

              synchronized void settle(long amount) {
                cents -= amount;
                version++;
              }
            }

            class Ledger {
              private final Map<Long, Account> accounts = new ConcurrentHashMap<>();

              void clear() {
                List<Account> all = new ArrayList<>(accounts.values());
                for (Account account : all) {
                  account.set(0);
                }
              }

              void pay(long number, long amount) {
                require(number).settle(amount);
              }

              private Account require(long number) {
                Account account = accounts.get(number);
                if (account == null) {
                  throw new IllegalArgumentException("no account " + number);
                }
                return account;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void elementThatIsNotLockedOnOneOfTheWays() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;

            class Account {
              private long cents;
              private int version;

              long cents() {
                return cents;
              }

              void set(long cents) {
                this.cents = cents; // BUG: InconsistentLocking
                version++; // BUG: InconsistentLocking
              }

              synchronized void settle(long amount) {
                cents -= amount;
                version++;
              }
            }

            class Ledger {
              private final Map<Long, Account> accounts = new ConcurrentHashMap<>();

              void clear() {
                List<Account> all = new ArrayList<>(accounts.values());
                for (Account account : all) {
                  account.set(0);
                }
              }

              void pay(long number, long amount) {
                require(number).settle(amount);
              }

              private Account require(long number) {
                Account account = accounts.get(number);
                if (account == null) {
                  throw new IllegalArgumentException("no account " + number);
                }
                return account;
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
