package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** {@code putIfAbsent} and whose object is used after it. */
final class LostInsertionTest {

  @Test
  void objectThatWasNotPutIsUsedAllTheSame() {
    CheckTester.of(
            """
            import java.util.List;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ConcurrentMap;
            import java.util.concurrent.CopyOnWriteArrayList;
            import java.util.concurrent.atomic.AtomicLong;

            class Visits {
              private final ConcurrentMap<String, AtomicLong> counts = new ConcurrentHashMap<>();
              private final ConcurrentMap<String, List<String>> names = new ConcurrentHashMap<>();

              void count(String page) {
                AtomicLong count = counts.get(page);
                if (count == null) {
                  count = new AtomicLong();
                  counts.putIfAbsent(page, count); // BUG: NonAtomicCheckThenAct
                }
                count.incrementAndGet();
              }

              List<String> names(String page) {
                List<String> found = names.get(page);
                if (found == null) {
                  found = new CopyOnWriteArrayList<>();
                  names.putIfAbsent(page, found); // BUG: NonAtomicCheckThenAct
                }
                return found;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void objectThatIsThereByThenIsUsed() {
    CheckTester.of(
            """
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ConcurrentMap;
            import java.util.concurrent.atomic.AtomicLong;

            class Visits {
              private final ConcurrentMap<String, AtomicLong> counts = new ConcurrentHashMap<>();

              void lookAgain(String page) {
                AtomicLong count = counts.get(page);
                if (count == null) {
                  count = new AtomicLong();
                  counts.putIfAbsent(page, count);
                  count = counts.get(page);
                }
                count.incrementAndGet();
              }

              void listen(String page) {
                AtomicLong count = counts.get(page);
                if (count == null) {
                  AtomicLong fresh = new AtomicLong();
                  count = counts.putIfAbsent(page, fresh);
                  if (count == null) {
                    count = fresh;
                  }
                }
                count.incrementAndGet();
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void lookingAgainIsEnoughUnderALockThatIsNotTheSameForAll() {
    CheckTester.of(
            """
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ConcurrentMap;

            class Extensions {
              private static final ConcurrentMap<String, Object> MADE = new ConcurrentHashMap<>();

              synchronized Object get(String name) {
                Object found = MADE.get(name);
                if (found == null) {
                  MADE.putIfAbsent(name, new StringBuilder(name));
                  found = MADE.get(name);
                }
                return found;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void oneValueIsAsGoodAsAnEqualOne() {
    CheckTester.of(
            """
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ConcurrentMap;

            class Names {
              private final ConcurrentMap<String, String> short_ = new ConcurrentHashMap<>();
              private final ConcurrentMap<String, Point> points = new ConcurrentHashMap<>();

              static final class Point {
                private final int x;

                Point(int x) {
                  this.x = x;
                }

                int x() {
                  return x;
                }
              }

              String abbreviate(String name) {
                String found = short_.get(name);
                if (found == null) {
                  found = name.substring(1);
                  short_.putIfAbsent(name, found);
                }
                return found;
              }

              Point point(String name) {
                Point found = points.get(name);
                if (found == null) {
                  found = new Point(name.length());
                  points.putIfAbsent(name, found);
                }
                return found;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void taskIsLaunchedForWhatOneAddsAfterALook() {
    CheckTester.of(
            """
            import java.util.List;
            import java.util.Set;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ExecutorService;

            abstract class Crawler {
              private final Set<String> visited = ConcurrentHashMap.newKeySet();
              private final ExecutorService pool;

              Crawler(ExecutorService pool) {
                this.pool = pool;
              }

              void crawl(String start) {
                visit(start);
              }

              private void visit(String page) {
                if (visited.contains(page)) {
                  return;
                }
                visited.add(page); // BUG: NonAtomicCheckThenAct
                pool.execute(() -> follow(page));
              }

              private void follow(String page) {
                for (String link : links(page)) {
                  visit(link);
                }
              }

              abstract List<String> links(String page);
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void taskIsLaunchedByWhoHasAdded() {
    CheckTester.of(
            """
            import java.util.List;
            import java.util.Set;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ExecutorService;

            abstract class Crawler {
              private final Set<String> visited = ConcurrentHashMap.newKeySet();
              private final ExecutorService pool;

              Crawler(ExecutorService pool) {
                this.pool = pool;
              }

              void crawl(String start) {
                visit(start);
              }

              private void visit(String page) {
                if (!visited.add(page)) {
                  return;
                }
                pool.execute(() -> follow(page));
              }

              private void follow(String page) {
                for (String link : links(page)) {
                  visit(link);
                }
              }

              abstract List<String> links(String page);
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void callerIsToldThatAnElementIsNew() {
    CheckTester.of(
            """
            import java.util.Set;
            import java.util.concurrent.ConcurrentHashMap;

            class Mailbox {
              private final Set<String> seen = ConcurrentHashMap.newKeySet();

              boolean isNew(String mail) {
                if (seen.contains(mail)) {
                  return false;
                }
                seen.add(mail); // BUG: NonAtomicCheckThenAct
                return true;
              }

              boolean isFirst(String mail) {
                return seen.add(mail);
              }

              void note(String mail) {
                if (!seen.contains(mail)) {
                  seen.add(mail);
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
