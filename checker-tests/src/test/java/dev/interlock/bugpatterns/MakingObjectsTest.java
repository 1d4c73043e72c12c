package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** What all objects of a class have in common, updated wherever one of them is made. */
final class MakingObjectsTest {

  @Test
  void anyThreadMayMakeAnObjectThatCountsItsKind() {
    CheckTester.of(
            """
            import java.util.concurrent.atomic.AtomicInteger;

            class Worker implements Runnable {
              private static volatile int made;

              private final Thread thread;

              Worker() {
                thread = new Thread(this, "worker-" + made++); // BUG: UnsafeReadModifyWrite
              }

              @Override
              public void run() {}
            }

            class Ticket {
              private static volatile long next;

              private final long number = next++; // BUG: UnsafeReadModifyWrite
            }

            class Voucher {
              private static final AtomicInteger NEXT = new AtomicInteger();

              private final int number = NEXT.getAndIncrement();
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void initializerRunsInTheTasksThatMakeObjects() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Order {
              private static int next;

              private final int number = next++; // BUG: UnsafeReadModifyWrite

              static void take(ExecutorService waiters, int guests) {
                for (int i = 0; i < guests; i++) {
                  waiters.execute(() -> System.out.println(new Order().number));
                }
              }
            }

            class Receipt {
              private static int next;

              private final int number = next++;

              static void print(ExecutorService printers, int guests) {
                for (int i = 0; i < guests; i++) {
                  Receipt receipt = new Receipt();
                  printers.execute(() -> System.out.println(receipt.number));
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void lockOfTheOnlyMakerGuardsWhatIsCounted() {
    CheckTester.of(
            """
            class Seat {
              private static volatile int next;

              private final int number = next++;

              private Seat() {}

              static synchronized Seat take() {
                return new Seat();
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void constantsOfEnumsAndSingletonsAreMadeOnce() {
    CheckTester.of(
            """
            enum Planet {
              MERCURY, VENUS;

              private static volatile Planet latest;

              private final Planet before;

              Planet() {
                before = null;
                Census.counted++;
              }
            }

            class Census {
              static volatile int counted;
            }

            class Registry {
              private static volatile Registry instance;

              Registry() {
                if (instance == null) {
                  instance = this;
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  /** Refreshing works on what any thread may have found there; configuring does not. */
  @Test
  void whatAMethodHasJustMadeAndStored() {
    CheckTester.of(
            """
            class Provider {
              private Config config;

              void configure(String name) {
                this.config = Config.load(name);
                new Pool(this.config);
              }

              void refresh() {
                new Pool(this.config);
              }
            }

            class Pool {
              Pool(Config config) {
                config.validate();
              }
            }

            class Config {
              private volatile String name;
              private volatile int size;

              static Config load(String name) {
                Config made = new Config();
                made.name = name;
                return made;
              }

              void validate() {
                name = name.trim(); // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void onlyWhatAMethodHasJustMadeAndStored() {
    CheckTester.of(
            """
            class Provider {
              private Config config;

              void configure(String name) {
                this.config = Config.load(name);
                new Pool(this.config);
              }
            }

            class Pool {
              Pool(Config config) {
                config.validate();
              }
            }

            class Config {
              private volatile String name;

              static Config load(String name) {
                Config made = new Config();
                made.name = name;
                return made;
              }

              void validate() {
                name = name.trim();
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void objectsOfTwoThreadsThatHaveAClassInCommon() {
    CheckTester.of(
            """
            class Client {
              private int polls;

              void poll() {
                polls++;
              }
            }
            """,
            """
            class Service {
              private final Client client;

              Service(Client client) {
                this.client = client;
                Thread thread = new Thread(this::serve);
                thread.start();
              }

              private void serve() {
                client.poll();
              }

              static void open(boolean both) {
                Client own = new Client();
                Thread sender = new Thread(() -> own.poll());
                sender.start();
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
