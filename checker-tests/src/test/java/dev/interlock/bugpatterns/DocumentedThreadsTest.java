package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Comments that say which threads come to a class, a method or a variable. */
final class DocumentedThreadsTest {
  /** A class that says something of threads, and launches one. */
  private static final String CHANNELS =
      """
      /** Idle channels. %s. */
      class Channels {
        private int misses;

        Object poll() {
          misses++;%s
          return null;
        }

        void startCleaner() {
          new Thread(this::clean).start();
        }

        private void clean() {}
      }
      """;

  @Test
  void classThatSeveralThreadsUse() {
    CheckTester.of(
            """
            /** Beds of a hostel; receptionists book from their own threads. */
            class Hostel {
              private int booked;
              private final java.util.Map<String, Integer> beds = new java.util.HashMap<>();

              void book(String guest, int bed) {
                booked++; // BUG: UnsafeReadModifyWrite
                beds.put(guest, bed); // BUG: UnguardedCollectionMutation
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void classThatIsNotForSeveralThreads() {
    CheckTester.of(
            """
            /** Beds of a hostel. Not thread-safe: callers book one after the other. */
            class Hostel {
              private int booked;

              void book() {
                booked++;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void methodsForSeveralThreadsAndForOne() {
    CheckTester.of(
            """
            class Turbine {
              private int alarms;
              private int turns;

              /** Any thread. */
              void alarm() {
                alarms++; // BUG: UnsafeReadModifyWrite
                note();
              }

              /** From any thread; never blocks. */
              static void test() {
                tests += 1; // BUG: UnsafeReadModifyWrite
              }

              private int notes;
              private static int tests;

              private void note() {
                notes++; // BUG: UnsafeReadModifyWrite
              }

              /** Control thread only. */
              void turn() {
                turns++;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void commentOfTheClassThatNamesTheMethod() {
    CheckTester.of(
            """
            import java.util.concurrent.ArrayBlockingQueue;
            import java.util.concurrent.BlockingQueue;

            /** Kitchens submit from their own threads; one waiter thread carries the dishes. */
            class Pass {
              private final BlockingQueue<String> dishes = new ArrayBlockingQueue<>(16);
              private int refused;
              private int carried;

              void submit(String dish) {
                if (!dishes.offer(dish)) {
                  refused++; // BUG: UnsafeReadModifyWrite
                }
              }

              void carry() throws InterruptedException {
                dishes.take();
                carried++;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void commentOfTheVariableKnowsBetter() {
    CheckTester.of(
            """
            /** Thread-safe. */
            class Lift {
              /** Only used by the cabin's thread. */
              private int stops;

              private int moved; // written by the cabin thread
              private int calls;

              void stop() {
                stops++;
                moved++;
                calls++; // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void whatAClassSaysOfThreadsThatItLaunchesIsKnownFromItsCode() {
    CheckTester.of(
            """
            import java.util.List;

            /** Weighs parcels on several threads, each parcel by its own thread. */
            class Scales {
              private int parcels;

              void weigh(List<Runnable> all) {
                for (Runnable parcel : all) {
                  parcels++;
                  new Thread(parcel).start();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void memoizerOfAClassThatIsThreadSafe() {
    CheckTester.of(
            """
            import java.util.function.Supplier;

            /** Thread-safe suppliers. */
            final class Suppliers {
              private Suppliers() {}

              static <T> Supplier<T> counting(Supplier<T> supplier) {
                return new Supplier<>() {
                  private int asked;

                  @Override
                  public T get() {
                    asked++; // BUG: UnsafeReadModifyWrite
                    return supplier.get();
                  }

                  @Override
                  public String toString() {
                    return "asked " + asked;
                  }
                };
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void lockedOrAtomicAsTheCommentPromises() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.AtomicInteger;

            /** Shared by all clerks; called from many threads. */
            class Counter {
              private final AtomicInteger stamped = new AtomicInteger();
              private int sold;

              void stamp() {
                stamped.incrementAndGet();
              }

              synchronized void sell() {
                sold++;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void volatileVariableThatOneThreadWritesAsItsMethodsSay() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.AtomicInteger;

            class Segment {
              private final AtomicInteger tail = new AtomicInteger();
              private volatile int synced;
              private volatile int flushed;

              /** One sync thread. */
              void sync() {
                int to = tail.get();
                if (to > synced) {
                  synced = to;
                }
              }

              /** Called by the flusher thread. */
              void flush() {
                flushed++; // BUG: UnsafeReadModifyWrite
              }

              void force() {
                flushed++; // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void threadsOfTwoKinds() {
    CheckTester.of(
            """
            class Reloads {
              private int reloads;
              private int errors;
              private int checks;

              /** Watcher thread, or the admin console. */
              public void reload() {
                reloads++; // BUG: UnsafeReadModifyWrite
              }

              /** Called by the request processors, and by the background thread of the engine. */
              public void fail() {
                errors++; // BUG: UnsafeReadModifyWrite
              }

              /** Called by the background thread of the engine. */
              public void check() {
                checks++;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void whatHappensBeforeAnyOtherThreadComes() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.AtomicInteger;

            /** A node of the graph; many worker threads complete nodes. */
            class Node {
              private final AtomicInteger waitingFor = new AtomicInteger();
              private int dependencies;
              private int completed;

              /** While the graph is built, before anything runs. */
              public void dependsOnOneMore() {
                waitingFor.incrementAndGet();
                dependencies++;
              }

              public void complete() {
                waitingFor.decrementAndGet();
                completed++; // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void sidesOfAQueue() {
    CheckTester.of(
            """
            class Ring {
              private final Object[] cells = new Object[64];
              private volatile long tail;
              private volatile long drops;

              /** Producer only. */
              void offer(Object o) {
                cells[(int) tail & 63] = o;
                tail++;
              }

              /** Not for the producer only. */
              void drop() {
                drops++; // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void contextOfAThread() {
    CheckTester.of(
            """
            /** Thread local notes of a call. (ThreadLocal, ThreadSafe) */
            class Notes {
              private final java.util.Map<String, String> notes = new java.util.HashMap<>();

              void note(String key, String text) {
                notes.put(key, text);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void threadsOfSomebody() {
    CheckTester.of(
            """
            /** Keeps the sessions; called from the connector's worker threads. */
            class Sessions {
              private int rejected;

              public void reject() {
                rejected++; // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void sharedByAllWhoCall() {
    CheckTester.of(
            """
            /** Keeps the sessions; there is one, shared by all who call. */
            class Sessions {
              private int rejected;

              public void reject() {
                rejected++; // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void sharedByAllPartsOfIt() {
    CheckTester.of(
            """
            /** Keeps the sessions; the table is shared by all pages. */
            class Sessions {
              private int rejected;

              public void reject() {
                rejected++;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void objectThatIsMadeWhenItIsFirstAskedFor() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.AtomicInteger;

            /** A session: several requests may use it at the same time. */
            class Session {
              private AtomicInteger pages;
              private String title;

              public AtomicInteger pages() {
                if (pages == null) {
                  pages = new AtomicInteger(); // BUG: NonAtomicCheckThenAct
                }
                return pages;
              }

              public String title() {
                if (title == null) {
                  title = "none";
                }
                return title;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void launchingClassThatAnyThreadCalls() {
    CheckTester.of(
            CHANNELS.formatted("Requests come from any thread", " // BUG: UnsafeReadModifyWrite"))
        .reportsWhatIsMarked();
  }

  @Test
  void launchingClassThatSpeaksOfItsOwnThreads() {
    CheckTester.of(CHANNELS.formatted("Cleans up by several threads", "")).reportsWhatIsMarked();
  }

  @Test
  void whicheverThread() {
    CheckTester.of(
            """
            /** Filter: asked before an event is made, by whichever thread logs. */
            class Filter {
              private long denied;

              void decide() {
                denied++; // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
