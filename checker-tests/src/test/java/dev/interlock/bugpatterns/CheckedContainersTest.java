package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Looks into a container that decide about a change of it. */
final class CheckedContainersTest {

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
  void whoHasAddedOneTakesOneAtMost() {
    CheckTester.of(
            """
            import java.util.concurrent.ConcurrentLinkedDeque;

            class Failures {
              private final ConcurrentLinkedDeque<String> last = new ConcurrentLinkedDeque<>();

              void note(String failure) {
                last.addLast(failure);
                if (last.size() > 100) {
                  last.pollFirst();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void whoHasAddedNothingTakesOneTooMany() {
    CheckTester.of(
            """
            import java.util.concurrent.ConcurrentLinkedDeque;

            class Failures {
              private final ConcurrentLinkedDeque<String> last = new ConcurrentLinkedDeque<>();

              void trim() {
                if (last.size() > 100) {
                  last.pollFirst(); // BUG: NonAtomicCheckThenAct
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
