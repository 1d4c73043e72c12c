package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** What is done for an element of a set that was not there yet. */
final class OnceForAnElementTest {

  @Test
  void workForANewElement() {
    CheckTester.of(
            """
            import java.util.List;
            import java.util.Set;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ExecutorService;

            class Crawler {
              interface Pages {
                void fetch(String url);
              }

              private final Set<String> seen = ConcurrentHashMap.newKeySet();
              private final Set<String> right = ConcurrentHashMap.newKeySet();
              private final Pages pages;

              Crawler(Pages pages) {
                this.pages = pages;
              }

              void crawl(ExecutorService pool, List<String> urls) {
                for (String url : urls) {
                  pool.execute(
                      () -> {
                        if (!seen.contains(url)) {
                          seen.add(url); // BUG: NonAtomicCheckThenAct
                          pages.fetch(url);
                        }
                        if (right.add(url)) {
                          pages.fetch(url);
                        }
                      });
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void elementThatIsOnlyToldOf() {
    CheckTester.of(
            """
            import java.util.List;
            import java.util.Set;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ExecutorService;
            import java.util.logging.Logger;

            class Crawler {
              private static final Logger LOG = Logger.getLogger("crawler");
              private final Set<String> seen = ConcurrentHashMap.newKeySet();

              void crawl(ExecutorService pool, List<String> urls) {
                for (String url : urls) {
                  pool.execute(
                      () -> {
                        if (!seen.contains(url)) {
                          LOG.info("new " + url);
                          seen.add(url);
                        }
                      });
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void limitOfASet() {
    CheckTester.of(
            """
            import java.util.List;
            import java.util.Set;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ExecutorService;

            class Raffle {
              private final Set<String> winners = ConcurrentHashMap.newKeySet();

              void draw(ExecutorService pool, List<String> guests) {
                for (String guest : guests) {
                  pool.execute(
                      () -> {
                        if (winners.size() < 3) {
                          winners.add(guest); // BUG: NonAtomicCheckThenAct
                        }
                      });
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void valueGivenToAFunctionAndPutBack() {
    CheckTester.of(
            """
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ExecutorService;

            class Popularity {
              private final Map<String, Integer> views = new ConcurrentHashMap<>();
              private final Map<String, Integer> likes = new ConcurrentHashMap<>();

              void run(ExecutorService pool) {
                for (int i = 0; i < 2; i++) {
                  pool.execute(
                      () -> {
                        views.forEach((page, count) -> views.put(page, count / 2)); // BUG: NonAtomicCheckThenAct
                        likes.replaceAll((page, count) -> count / 2);
                      });
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void answerThatTwoCallersGet() {
    CheckTester.of(
            """
            import java.util.Set;
            import java.util.concurrent.ConcurrentHashMap;

            class Ports {
              private final Set<Integer> leased = ConcurrentHashMap.newKeySet();

              int lease(int port) {
                if (leased.contains(port)) {
                  return -1;
                }
                leased.add(port); // BUG: NonAtomicCheckThenAct
                return port;
              }

              int leaseSafely(int port) {
                return leased.add(port) ? port : -1;
              }

              void mark(int port) {
                if (!leased.contains(port)) {
                  leased.add(port);
                }
              }

              void release(int port) {
                leased.remove(port);
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
