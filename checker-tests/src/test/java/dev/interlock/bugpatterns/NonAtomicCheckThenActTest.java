package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Checks that decide about a later write, and operations that do both at once. */
final class NonAtomicCheckThenActTest {

  @Test
  void lookUpInAConcurrentMapThatDecidesAboutPut() {
    CheckTester.of(
            """
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ConcurrentMap;

            class Orders {
              private final ConcurrentMap<String, String> byPayment = new ConcurrentHashMap<>();

              void containsKey(String payment, String order) {
                if (!byPayment.containsKey(payment)) {
                  byPayment.put(payment, order); // BUG: NonAtomicCheckThenAct
                }
              }

              String get(String payment, String order) {
                String known = byPayment.get(payment);
                if (known == null) {
                  byPayment.put(payment, order); // BUG: NonAtomicCheckThenAct
                  return order;
                }
                return known;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void oneOperationThatLooksAndChanges() {
    CheckTester.of(
            """
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ConcurrentMap;

            class Orders {
              private final ConcurrentMap<String, String> byPayment = new ConcurrentHashMap<>();

              String putIfAbsent(String payment, String order) {
                String known = byPayment.putIfAbsent(payment, order);
                return known == null ? order : known;
              }

              String computeIfAbsent(String payment) {
                return byPayment.computeIfAbsent(payment, p -> "order for " + p);
              }

              boolean remove(String payment, String order) {
                return byPayment.remove(payment, order);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void putOfAValueComputedFromGet() {
    CheckTester.of(
            """
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ConcurrentMap;

            class Words {
              private final ConcurrentMap<String, Integer> counts = new ConcurrentHashMap<>();

              void count(String word) {
                Integer before = counts.get(word);
                counts.put(word, before == null ? 1 : before + 1); // BUG: NonAtomicCheckThenAct
              }

              void countSafely(String word) {
                counts.merge(word, 1, Integer::sum);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void lookInOneMapThatDecidesAboutAnother() {
    CheckTester.of(
            """
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;

            class Users {
              private final Map<String, String> blocked = new ConcurrentHashMap<>();
              private final Map<String, String> online = new ConcurrentHashMap<>();

              void login(String user, String address) {
                if (!blocked.containsKey(user)) {
                  online.put(user, address);
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void repositoryThatFindsAndSaves() {
    CheckTester.of(
            """
            package shop.data;

            import java.util.Map;
            import java.util.Optional;
            import java.util.concurrent.ConcurrentHashMap;

            public class OrderRepository {
              private final Map<String, String> orders = new ConcurrentHashMap<>();

              public Optional<String> findByPayment(String payment) {
                return Optional.ofNullable(orders.get(payment));
              }

              public void save(String payment, String order) {
                orders.put(payment, order);
              }

              public Optional<String> saveIfAbsent(String payment, String order) {
                return Optional.ofNullable(orders.putIfAbsent(payment, order));
              }
            }
            """,
            """
            package shop;

            import shop.data.OrderRepository;

            class OrderService {
              private final OrderRepository repository = new OrderRepository();

              void onPayment(String payment) {
                if (repository.findByPayment(payment).isPresent()) {
                  return;
                }
                repository.save(payment, "order"); // BUG: NonAtomicCheckThenAct
                ship(payment);
              }

              void onPaymentSafely(String payment) {
                if (repository.saveIfAbsent(payment, "order").isEmpty()) {
                  ship(payment);
                }
              }

              private void ship(String payment) {
                System.out.println("ship " + payment);
              }
            }
            """,
            """
            package shop;

            import java.util.concurrent.ExecutorService;

            class Queue {
              private final OrderService service = new OrderService();
              private final ExecutorService workers;

              Queue(ExecutorService workers) {
                this.workers = workers;
              }

              void deliver(String payment) {
                workers.execute(() -> service.onPayment(payment));
                workers.execute(() -> service.onPaymentSafely(payment));
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void repositoryUsedUnderOneLock() {
    CheckTester.of(
            """
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;

            class OrderRepository {
              private final Map<String, String> orders = new ConcurrentHashMap<>();

              boolean has(String payment) {
                return orders.containsKey(payment);
              }

              void save(String payment, String order) {
                orders.put(payment, order);
              }
            }
            """,
            """
            import java.util.concurrent.ExecutorService;

            class OrderService {
              private final OrderRepository repository = new OrderRepository();

              void onPayment(ExecutorService workers, String payment) {
                workers.execute(() -> create(payment));
              }

              private synchronized void create(String payment) {
                if (!repository.has(payment)) {
                  repository.save(payment, "order");
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void flagThatIsTestedAndThenSet() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Motor {
              private volatile boolean started;

              void start(ExecutorService drivers, Runnable ignition) {
                drivers.execute(
                    () -> {
                      if (!started) {
                        started = true; // BUG: NonAtomicCheckThenAct
                        ignition.run();
                      }
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void maximumThatIsComparedAndThenReplaced() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class HighScores {
              private int best;
              private int bestUnderLock;

              void play(ExecutorService players, int score) {
                players.execute(
                    () -> {
                      if (score > best) {
                        best = score; // BUG: NonAtomicCheckThenAct
                      }
                      synchronized (this) {
                        if (score > bestUnderLock) {
                          bestUnderLock = score;
                        }
                      }
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

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
  void updateWhoseOutcomeIsLookedAtMakesUpForAnEarlierCheck() {
    CheckTester.of(
            """
            import java.util.concurrent.ConcurrentLinkedQueue;

            class Inbox {
              private final ConcurrentLinkedQueue<String> mails = new ConcurrentLinkedQueue<>();

              String checked() {
                if (mails.isEmpty()) {
                  return "";
                }
                String mail = mails.poll();
                return mail == null ? "" : mail.trim();
              }

              String trusting() {
                if (mails.peek().isBlank()) {
                  return "";
                }
                return mails.poll().trim(); // BUG: NonAtomicCheckThenAct
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void onlyWhoTakesMakesItWrongThatThereIsSomethingToTake() {
    CheckTester.of(
            """
            import java.util.concurrent.ConcurrentLinkedQueue;
            import java.util.concurrent.ExecutorService;

            class Reactor {
              private final ConcurrentLinkedQueue<Runnable> tasks = new ConcurrentLinkedQueue<>();
              private final ConcurrentLinkedQueue<Runnable> urgent = new ConcurrentLinkedQueue<>();

              Reactor(ExecutorService pool) {
                new Thread(this::loop).start();
                pool.execute(this::help);
              }

              void add(Runnable task) {
                tasks.add(task);
                urgent.add(task);
              }

              private void loop() {
                while (!tasks.isEmpty()) {
                  tasks.poll().run();
                }
                while (!urgent.isEmpty()) {
                  urgent.poll().run(); // BUG: NonAtomicCheckThenAct
                }
              }

              private void help() {
                Runnable task = urgent.poll();
                if (task != null) {
                  task.run();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void markThatIsLeftTwiceIsNoHarmUnlessSomethingElseIsDone() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Watch {
              private volatile boolean stopped;
              private volatile boolean started;

              private void stop() {
                if (!stopped) {
                  stopped = true;
                }
              }

              private boolean start() {
                if (!started) {
                  started = true; // BUG: NonAtomicCheckThenAct
                  return true;
                }
                return false;
              }

              static void shift(ExecutorService guards) {
                Watch watch = new Watch();
                for (int i = 0; i < 4; i++) {
                  guards.execute(watch::stop);
                  guards.submit(watch::start);
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void elementThatIsRemovedForWhatItWas() {
    CheckTester.of(
            """
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ExecutorService;

            class Scores {
              private final Map<String, Double> scores = new ConcurrentHashMap<>();
              private final Map<String, String> names = new ConcurrentHashMap<>();

              void prune(ExecutorService pool, String key) {
                pool.execute(
                    () -> {
                      Double score = scores.get(key);
                      if (score != null && score < 0.1) {
                        scores.remove(key); // BUG: NonAtomicCheckThenAct
                      }
                    });
              }

              void pruneSafely(ExecutorService pool, String key) {
                pool.execute(
                    () -> {
                      Double score = scores.get(key);
                      if (score != null && score < 0.1) {
                        scores.remove(key, score);
                      }
                      if (names.get(key) != null) {
                        names.remove(key);
                      }
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void checkThatDecidesAboutMoreThanTheInsertion() {
    CheckTester.of(
            """
            import java.util.Map;
            import java.util.Set;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.atomic.AtomicInteger;

            class Vouchers {
              private final Set<String> redeemed = ConcurrentHashMap.newKeySet();
              private final Set<String> seen = ConcurrentHashMap.newKeySet();
              private final AtomicInteger cents = new AtomicInteger();

              void redeem(ExecutorService tills, String code) {
                tills.execute(
                    () -> {
                      if (redeemed.contains(code)) {
                        return;
                      }
                      redeemed.add(code); // BUG: NonAtomicCheckThenAct
                      cents.addAndGet(500);
                    });
              }

              void redeemSafely(ExecutorService tills, String code) {
                tills.execute(
                    () -> {
                      if (redeemed.add(code)) {
                        cents.addAndGet(500);
                      }
                      if (!seen.contains(code)) {
                        seen.add(code);
                      }
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void lookAtTheNextElementThatDecidesAboutTakingOne() {
    CheckTester.of(
            """
            import java.util.Queue;
            import java.util.concurrent.ConcurrentLinkedQueue;
            import java.util.concurrent.ExecutorService;

            class Letters {
              private final Outbox outbox = new Outbox();

              void send(ExecutorService postmen) {
                postmen.execute(
                    () -> {
                      String letter = outbox.first();
                      if (letter != null && !letter.isEmpty()) {
                        outbox.take(); // BUG: NonAtomicCheckThenAct
                      }
                    });
              }

              void sendSafely(ExecutorService postmen) {
                postmen.execute(
                    () -> {
                      String letter = outbox.take();
                      if (letter != null) {
                        System.out.println(letter);
                      }
                    });
              }
            }
            """,
            """
            import java.util.Queue;
            import java.util.concurrent.ConcurrentLinkedQueue;

            class Outbox {
              private final Queue<String> letters = new ConcurrentLinkedQueue<>();

              String first() {
                return letters.peek();
              }

              String take() {
                return letters.poll();
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
  void wrapperThatIsAskedForAnElementAndThenGivenIt() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Doors {
              private final Room room = new Room();
              private final Object door = new Object();

              void enter(ExecutorService doors, String reader) {
                doors.execute(
                    () -> {
                      if (!room.isPresent(reader)) {
                        room.arrive(reader); // BUG: SplitCriticalSection
                      }
                    });
              }

              void enterSafely(ExecutorService doors, String reader) {
                doors.execute(
                    () -> {
                      synchronized (room) {
                        if (!room.isPresent(reader)) {
                          room.arrive(reader);
                        }
                      }
                    });
              }
            }
            """,
            """
            import java.util.ArrayList;
            import java.util.List;

            class Room {
              private final List<String> readers = new ArrayList<>();

              synchronized boolean isPresent(String reader) {
                return readers.contains(reader);
              }

              synchronized void arrive(String reader) {
                readers.add(reader);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void keyThatATaskIsGivenIsItsOwnAndKeyThatItFindsOutIsNot() {
    CheckTester.of(
            """
            import java.util.Hashtable;
            import java.util.List;
            import java.util.Map;
            import java.util.Scanner;

            class Chat {
              private final Map<String, Client> byNick = new Hashtable<>();
              private final Map<Integer, Client> bySeat = new Hashtable<>();

              private class Client extends Thread {
                private final Scanner in;
                private final int seat;
                private String nick = "";

                Client(Scanner in, int seat) {
                  this.in = in;
                  this.seat = seat;
                }

                @Override
                public void run() {
                  nick = in.nextLine();
                  if (!byNick.containsKey(nick)) {
                    byNick.put(nick, this); // BUG: NonAtomicCheckThenAct
                  }
                  if (!bySeat.containsKey(seat)) {
                    bySeat.put(seat, this);
                  }
                }
              }

              static void serve(List<Scanner> connections) {
                Chat chat = new Chat();
                for (int i = 0; i < connections.size(); i++) {
                  chat.new Client(connections.get(i), i).start();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void longerFormOfALockedMethodIsThereForOthersToCall() {
    CheckTester.of(
            """
            public class Defaults {
              private static volatile String name;
              private static volatile String place;

              public static synchronized void set(String value) {
                set(value, value.length());
              }

              public static void set(String value, int length) {
                if (name == null) {
                  name = value.substring(0, length); // BUG: NonAtomicCheckThenAct
                }
              }

              public static synchronized void put(String value) {
                put(value, value.length());
              }

              private static void put(String value, int length) {
                if (place == null) {
                  place = value.substring(0, length);
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void everyThreadHasAnElementOfItsOwn() {
    CheckTester.of(
            """
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;

            class Sessions {
              private final Map<Thread, String> byThread = new ConcurrentHashMap<>();
              private final Map<String, String> byName = new ConcurrentHashMap<>();

              void begin() {
                if (current() == null) {
                  set("new");
                }
                Thread thread = Thread.currentThread();
                if (!byThread.containsKey(thread)) {
                  byThread.put(thread, "late");
                }
              }

              void begin(String name) {
                if (!byName.containsKey(name)) {
                  byName.put(name, "new"); // BUG: NonAtomicCheckThenAct
                }
              }

              private String current() {
                return byThread.get(Thread.currentThread());
              }

              private void set(String session) {
                byThread.put(Thread.currentThread(), session);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void anyThreadMayPassAnObjectThatIsMadeToBeShared() {
    CheckTester.of(
            """
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ConcurrentMap;

            class Visits {
              private final ConcurrentMap<String, String> seen = new ConcurrentHashMap<>();

              void see(String page) {
                if (!seen.containsKey(page)) {
                  seen.put(page, "seen"); // BUG: NonAtomicCheckThenAct
                }
              }
            }

            class Pages {
              static void show(Visits visits, String page) {
                visits.see(page);
              }
            }

            class Drafts {
              private final ConcurrentMap<String, String> seen = new ConcurrentHashMap<>();

              void see(String page) {
                if (!seen.containsKey(page)) {
                  seen.put(page, "seen");
                }
              }

              static void show(String page) {
                new Drafts().see(page);
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
