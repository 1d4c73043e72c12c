package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Numbers that one step counts and another one asks for, and numbers of a thread's own. */
final class NumbersTest {

  @Test
  void numberAskedForBeforeOrAfterItIsCounted() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.AtomicInteger;
            import java.util.concurrent.atomic.AtomicLong;

            class TicketMachine {
              private final AtomicInteger next = new AtomicInteger();
              private final AtomicLong printed = new AtomicLong();

              int draw() {
                int number = next.get();
                next.incrementAndGet(); // BUG: AtomicGetThenSet
                return number;
              }

              long print() {
                printed.addAndGet(2); // BUG: AtomicGetThenSet
                return printed.get();
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void numberTakenFromTheCallThatCounts() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.AtomicInteger;
            import java.util.concurrent.atomic.AtomicLong;

            class TicketMachine {
              private final AtomicInteger next = new AtomicInteger();
              private final AtomicLong printed = new AtomicLong();

              int draw() {
                return next.getAndIncrement();
              }

              long print() {
                long number = printed.addAndGet(2);
                System.out.println(printed.get());
                return number;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void numberThatIsOnlyShown() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.AtomicInteger;

            class TurnstileDisplay {
              private final AtomicInteger passed = new AtomicInteger();
              private volatile String text = "";

              void pass() {
                passed.incrementAndGet();
                text = "visitors: " + passed.get();
              }

              int passed(boolean once) {
                if (once) {
                  passed.incrementAndGet();
                }
                return passed.get();
              }

              void check() {
                passed.incrementAndGet();
                if (passed.get() < 0) {
                  throw new IllegalStateException("passed " + passed.get());
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void placeOfTheNewElement() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.Collections;
            import java.util.List;
            import java.util.concurrent.CopyOnWriteArrayList;

            class Journal {
              private final List<String> records = Collections.synchronizedList(new ArrayList<>());
              private final List<String> readers = new CopyOnWriteArrayList<>();

              int append(String record) {
                int offset = records.size();
                records.add(record); // BUG: NonAtomicCheckThenAct
                return offset;
              }

              int join(String reader) {
                readers.add(reader); // BUG: NonAtomicCheckThenAct
                return readers.size() - 1;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void howManyElementsThereAre() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.Collections;
            import java.util.List;
            import java.util.concurrent.CopyOnWriteArrayList;

            class Journal {
              private final List<String> records = Collections.synchronizedList(new ArrayList<>());
              private final List<String> readers = new CopyOnWriteArrayList<>();

              int append(String record) {
                synchronized (records) {
                  int offset = records.size();
                  records.add(record);
                  return offset;
                }
              }

              int join(String reader) {
                readers.add(reader);
                return readers.size();
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void elementsNumberedByHowManyThereAre() {
    CheckTester.of(
            """
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.atomic.AtomicInteger;

            class Vocabulary {
              private final Map<String, Integer> words = new ConcurrentHashMap<>();
              private final Map<String, Integer> names = new ConcurrentHashMap<>();
              private final Map<String, Integer> places = new ConcurrentHashMap<>();
              private final AtomicInteger nextPlace = new AtomicInteger();

              Integer word(String word) {
                return words.putIfAbsent(word, words.size()); // BUG: NonAtomicCheckThenAct
              }

              int name(String name) {
                return names.computeIfAbsent(name, n -> names.size()); // BUG: NonAtomicCheckThenAct
              }

              int place(String place) {
                return places.computeIfAbsent(place, p -> nextPlace.getAndIncrement());
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void lastOneOfSeveral() {
    CheckTester.of(
            """
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.atomic.AtomicInteger;

            class SharedFile {
              private final AtomicInteger readers = new AtomicInteger();
              private final AtomicInteger writers = new AtomicInteger();
              private final Map<String, byte[]> pages = new ConcurrentHashMap<>();

              void release() {
                readers.decrementAndGet(); // BUG: AtomicGetThenSet
                if (readers.get() == 0) {
                  pages.clear();
                }
              }

              void releaseWriter() {
                if (writers.decrementAndGet() == 0) {
                  pages.clear();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void twoCallsThatEachTakeTheLock() {
    CheckTester.of(
            """
            class Ledger implements Runnable {
              private int entries;

              private synchronized void count() {
                entries++;
              }

              private synchronized int entries() {
                return entries;
              }

              int enter() {
                count(); // BUG: SplitCriticalSection
                return entries();
              }

              synchronized int enterAtOnce() {
                count();
                return entries();
              }

              @Override
              public void run() {
                enter();
                enterAtOnce();
              }

              static void start() {
                Ledger shared = new Ledger();
                new Thread(shared).start();
                new Thread(shared).start();
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void writeLockExchangedForTheReadLock() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.AtomicInteger;
            import java.util.concurrent.locks.ReadWriteLock;
            import java.util.concurrent.locks.ReentrantReadWriteLock;

            class Edition {
              private final ReadWriteLock lock = new ReentrantReadWriteLock();
              private final AtomicInteger edits = new AtomicInteger();

              int edit() {
                lock.writeLock().lock();
                try {
                  edits.incrementAndGet();
                  lock.readLock().lock();
                } finally {
                  lock.writeLock().unlock();
                }
                try {
                  return edits.get();
                } finally {
                  lock.readLock().unlock();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void keyAfterTheLastOne() {
    CheckTester.of(
            """
            import java.util.concurrent.ConcurrentSkipListMap;

            class Reservations {
              private final ConcurrentSkipListMap<Long, String> byNumber = new ConcurrentSkipListMap<>();

              long reserve(String guest) {
                long number = byNumber.isEmpty() ? 1 : byNumber.lastKey() + 1;
                byNumber.put(number, guest); // BUG: NonAtomicCheckThenAct
                return number;
              }

              synchronized long reserveAlone(String guest) {
                long number = 1;
                while (byNumber.putIfAbsent(number, guest) != null) {
                  number++;
                }
                return number;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void placeThatAnotherElementMayHaveTakenSince() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.CopyOnWriteArrayList;

            class Plugins {
              private final List<String> active = new CopyOnWriteArrayList<>();

              void replace(String old, String fresh) {
                int place = active.indexOf(old);
                if (place >= 0) {
                  active.set(place, fresh); // BUG: NonAtomicCheckThenAct
                }
              }

              void replaceSafely(String old, String fresh) {
                active.replaceAll(plugin -> plugin.equals(old) ? fresh : plugin);
              }

              List<String> replaced(String old, String fresh) {
                List<String> copy = new ArrayList<>(active);
                int place = copy.indexOf(old);
                if (place >= 0) {
                  copy.set(place, fresh);
                }
                return copy;
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
