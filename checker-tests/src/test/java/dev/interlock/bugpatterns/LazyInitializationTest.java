package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Values that are made when they are first needed. */
final class LazyInitializationTest {
  /** A hash that is mixed at the first use. */
  private static final String HASH =
      """
      /** Immutable name. Names are shared freely between threads. */
      class Name {
        private final String text;
        private int hash;

        Name(String text) {
          this.text = text;
        }

        int mix(%s) {
          int h = hash;
          if (h == 0) {
            for (int i = 0; i < text.length(); i++) {
              h = 31 * h + %s.charAt(i);
            }
            hash = h;%s
          }
          return h;
        }
      }
      """;

  @Test
  void lazyInitialization() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Dictionaries {
              private StringBuilder english;

              void spell(ExecutorService pool) {
                pool.execute(
                    () -> {
                      if (english == null) {
                        english = new StringBuilder("dictionary"); // BUG: NonAtomicCheckThenAct
                      }
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void doubleCheckedLockingWithAVolatileField() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Dictionaries {
              private volatile StringBuilder english;

              void spell(ExecutorService pool) {
                pool.execute(() -> System.out.println(english()));
              }

              private StringBuilder english() {
                StringBuilder known = english;
                if (known == null) {
                  synchronized (this) {
                    known = english;
                    if (known == null) {
                      known = new StringBuilder("dictionary");
                      english = known;
                    }
                  }
                }
                return known;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void valueOfAVariableThatChangesIsNoLazyConstant() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Drones {
              private int charged = 12;
              private String leader;
              private String title;

              void elect(ExecutorService desk) {
                desk.execute(
                    () -> {
                      String name = "drone-" + charged;
                      if (leader == null) {
                        leader = name; // BUG: NonAtomicCheckThenAct
                      }
                      if (title == null) {
                        title = "drones".toUpperCase();
                      }
                    });
              }

              synchronized void charge() {
                charged = 20;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void doubleCheckedLockingWithoutVolatile() {
    CheckTester.of(
            """
            import java.util.HashMap;
            import java.util.Map;
            import java.util.concurrent.ExecutorService;

            class Speller {
              private static final class Point {
                final int x = 1;
              }

              private Map<String, String> words;
              private volatile Map<String, String> names;
              private String title;
              private Point origin;

              void spell(ExecutorService pool) {
                pool.execute(
                    () -> {
                      if (words == null) {
                        synchronized (this) {
                          if (words == null) {
                            words = new HashMap<>(); // BUG: NonAtomicCheckThenAct
                          }
                        }
                      }
                      if (names == null) {
                        synchronized (this) {
                          if (names == null) {
                            names = new HashMap<>();
                          }
                        }
                      }
                      if (title == null) {
                        synchronized (this) {
                          if (title == null) {
                            title = "words".toUpperCase();
                          }
                        }
                      }
                      if (origin == null) {
                        synchronized (this) {
                          if (origin == null) {
                            origin = new Point();
                          }
                        }
                      }
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void whatNeverChangesMayBeMadeTwice() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;

            class Words {
              private volatile String[] parts;
              private volatile List<String> stopWords;
              private volatile List<String> added;
              private final String text;

              Words(String text) {
                this.text = text;
              }

              String[] parts() {
                String[] known = parts;
                if (known == null) {
                  known = text.split(" ");
                  parts = known;
                }
                return known;
              }

              List<String> stopWords() {
                List<String> known = stopWords;
                if (known == null) {
                  known = List.of("a", "the");
                  stopWords = known;
                }
                return known;
              }

              List<String> added() {
                List<String> known = added;
                if (known == null) {
                  known = new ArrayList<>();
                  added = known; // BUG: NonAtomicCheckThenAct
                }
                return known;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void defaultOverwritesWhatWasSet() {
    CheckTester.of(
            """
            import java.util.List;

            class Words {
              private volatile List<String> stopWords;

              List<String> stopWords() {
                List<String> known = stopWords;
                if (known == null) {
                  known = List.of("a", "the");
                  stopWords = known; // BUG: NonAtomicCheckThenAct
                }
                return known;
              }

              void use(List<String> words) {
                stopWords = words;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void hashThatIsMixedFromZero() {
    CheckTester.of(HASH.formatted("", "text", "")).reportsWhatIsMarked();
  }

  @Test
  void hashThatIsMixedWithWhatTheCallerSays() {
    CheckTester.of(HASH.formatted("int seed", "seed * text", " // BUG: UnsafeReadModifyWrite"))
        .reportsWhatIsMarked();
  }

  @Test
  void textFromAnotherValueThatIsComputedOnce() {
    CheckTester.of(
            """
            class Cache {
              private final String name;
              private int hash;
              private volatile String form;

              Cache(String name) {
                this.name = name;
              }

              private int hash() {
                int h = hash;
                if (h == 0) {
                  h = name.hashCode() * 31;
                  hash = h;
                }
                return h;
              }

              public String form() {
                String f = form;
                if (f == null) {
                  f = "cache@" + hash();
                  form = f;
                }
                return f;
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
