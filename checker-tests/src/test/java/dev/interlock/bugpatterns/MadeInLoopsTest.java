package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Locks, tasks and nodes of which a loop, or a recursion, makes one for each turn. */
final class MadeInLoopsTest {

  @Test
  void lockOfEachWorkerDoesNotProtectWhatAllShare() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Crawler {
              private int pages;

              void start(ExecutorService pool, int size) {
                Worker[] workers = new Worker[size];
                for (int i = 0; i < size; i++) {
                  workers[i] = new Worker();
                }
                for (int i = 0; i < size; i++) {
                  pool.execute(workers[i]);
                }
              }

              private final class Worker implements Runnable {
                private int mine;

                @Override
                public synchronized void run() {
                  mine++;
                  pages++; // BUG: InconsistentLocking
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void lockMadeBeforeTheLoopProtectsWhatAllShare() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Crawler {
              private int pages;

              void start(ExecutorService pool, int size) {
                Object lock = new Object();
                Worker[] workers = new Worker[size];
                for (int i = 0; i < size; i++) {
                  workers[i] = new Worker(lock);
                }
                for (int i = 0; i < size; i++) {
                  pool.execute(workers[i]);
                }
              }

              private final class Worker implements Runnable {
                private final Object lock;

                Worker(Object lock) {
                  this.lock = lock;
                }

                @Override
                public void run() {
                  synchronized (lock) {
                    pages++;
                  }
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void anotherOfTheTasksMadeBeforeInEachTurn() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Crawler {
              void start(ExecutorService pool, int size) {
                Worker[] workers = new Worker[size];
                for (int i = 0; i < size; i++) {
                  workers[i] = new Worker();
                }
                for (int i = 0; i < size; i++) {
                  pool.execute(workers[i]);
                }
              }

              private static final class Worker implements Runnable {
                private int pages;

                @Override
                public void run() {
                  pages++;
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void oneTaskInEachTurn() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Crawler {
              void start(ExecutorService pool, int size) {
                Worker worker = new Worker();
                for (int i = 0; i < size; i++) {
                  pool.execute(worker);
                }
              }

              private static final class Worker implements Runnable {
                private int pages;

                @Override
                public void run() {
                  pages++; // BUG: UnsafeReadModifyWrite
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void recursiveTaskUpdatesItsOwnNode() {
    CheckTester.of(
            """
            import java.util.List;
            import java.util.concurrent.ForkJoinPool;
            import java.util.concurrent.RecursiveAction;

            class Weighing {
              void weigh(ForkJoinPool pool, Node root) {
                pool.execute(new Weigher(root));
              }

              static final class Node {
                private List<Node> children = List.of();
                private long weight;
              }

              private static final class Weigher extends RecursiveAction {
                private final Node node;

                Weigher(Node node) {
                  this.node = node;
                }

                @Override
                protected void compute() {
                  node.weight++;
                  for (Node child : node.children) {
                    new Weigher(child).fork();
                  }
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void recursiveTaskUpdatesWhatAllShare() {
    CheckTester.of(
            """
            import java.util.List;
            import java.util.concurrent.ForkJoinPool;
            import java.util.concurrent.RecursiveAction;

            class Weighing {
              void weigh(ForkJoinPool pool, Node root) {
                pool.execute(new Weigher(root, root));
              }

              static final class Node {
                private List<Node> children = List.of();
                private long weight;
              }

              private static final class Weigher extends RecursiveAction {
                private final Node root;
                private final Node node;

                Weigher(Node root, Node node) {
                  this.root = root;
                  this.node = node;
                }

                @Override
                protected void compute() {
                  root.weight++; // BUG: UnsafeReadModifyWrite
                  for (Node child : node.children) {
                    new Weigher(root, child).fork();
                  }
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void lockMadeByTheCallThatLaunchesOneTask() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Pages {
              private long served;

              void serve(ExecutorService pool) {
                Object lock = new Object();
                pool.execute(
                    () -> {
                      synchronized (lock) {
                        served++; // BUG: InconsistentLocking
                      }
                    });
              }

              int count(ExecutorService pool) {
                Object lock = new Object();
                int[] counted = {0};
                pool.execute(
                    () -> {
                      synchronized (lock) {
                        counted[0]++;
                      }
                    });
                return counted[0];
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void monitorOfEachTaskForItsOuterObject() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Downloads {
              private final ExecutorService pool;
              private long received;
              private long finished;

              Downloads(ExecutorService pool) {
                this.pool = pool;
              }

              void fetch(int bytes) {
                pool.submit(new Segment(bytes));
              }

              private final class Segment implements Runnable {
                private final int bytes;

                Segment(int bytes) {
                  this.bytes = bytes;
                }

                @Override
                public void run() {
                  synchronized (this) {
                    received += bytes; // BUG: InconsistentLocking
                  }
                  synchronized (Downloads.this) {
                    finished++;
                  }
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void startWithASizeIsCalledOnceAsStartIs() {
    CheckTester.of(
            """
            import java.util.concurrent.ThreadFactory;

            class Recorder {
              private int produced;
              private int consumed;

              void start(int events, ThreadFactory threads) {
                threads.newThread(
                        () -> {
                          for (int i = 0; i < events; i++) {
                            produced++;
                          }
                        })
                    .start();
              }

              void record(int events, ThreadFactory threads) {
                threads.newThread(() -> consumed += events).start(); // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
