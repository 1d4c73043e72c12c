package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Which volatile flags are meant to let one thread through, and which are signals. */
final class VolatileFlagsTest {

  @Test
  void callerIsToldWhetherItWasTheFirst() {
    CheckTester.of(
            """
            class Lobby {
              private volatile boolean taken;

              boolean claim() {
                if (taken) {
                  return false;
                }
                taken = true; // BUG: NonAtomicCheckThenAct
                return true;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void callerIsToldNothing() {
    CheckTester.of(
            """
            class Lobby {
              private volatile boolean lit;

              void light() {
                if (lit) {
                  return;
                }
                lit = true;
                System.out.println("lit");
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void taskIsLaunchedByWhoWasTheFirst() {
    CheckTester.of(
            """
            import java.util.concurrent.Executor;

            class Indexer {
              private final Executor pool;
              private volatile boolean indexing;

              Indexer(Executor pool) {
                this.pool = pool;
              }

              void request() {
                if (!indexing) {
                  indexing = true; // BUG: NonAtomicCheckThenAct
                  pool.execute(this::index);
                }
              }

              private void index() {
                indexing = false;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void callbackIsCalledByWhoWasTheFirst() {
    CheckTester.of(
            """
            class Alarm {
              private final Runnable bell;
              private volatile boolean rung;

              Alarm(Runnable bell) {
                this.bell = bell;
              }

              void ring() {
                if (!rung) {
                  rung = true; // BUG: NonAtomicCheckThenAct
                  bell.run();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void stateIsSwitchedOver() {
    CheckTester.of(
            """
            class Turnstile {
              private enum State { OPEN, PASSED }

              private volatile State state = State.OPEN;

              void push() {
                switch (state) {
                  case OPEN -> state = State.PASSED; // BUG: NonAtomicCheckThenAct
                  case PASSED -> System.out.println("closed");
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void flagIsASignal() {
    CheckTester.of(
            """
            class Pump {
              private volatile boolean stopped;

              void stop() {
                stopped = true;
              }

              boolean isRunning() {
                if (stopped) {
                  return false;
                }
                return true;
              }

              void pump() {
                while (!stopped) {
                  System.out.println("pumping");
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void flagThatIsSetAgainBeforeTheSectionThatClearsIt() {
    CheckTester.of(
            """
            import java.util.ArrayDeque;
            import java.util.Deque;
            import java.util.concurrent.ExecutorService;

            class Mailbox {
              private final Deque<String> queue = new ArrayDeque<>();
              private volatile boolean hasNew;

              Mailbox(ExecutorService pool) {
                pool.execute(() -> put("mail"));
                new Thread(() -> take()).start();
              }

              private void put(String mail) {
                synchronized (queue) {
                  queue.addLast(mail);
                  hasNew = true;
                }
              }

              private void take() {
                if (!hasNew) {
                  return;
                }
                synchronized (queue) {
                  queue.clear();
                  hasNew = false;
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void flagThatIsSetAgainUnderAnotherLock() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Mailbox {
              private final Object mails = new Object();
              private final Object acks = new Object();
              private volatile boolean hasNew;

              Mailbox(ExecutorService pool) {
                pool.execute(this::put);
                new Thread(this::take).start();
              }

              private void put() {
                synchronized (acks) {
                  hasNew = true;
                }
              }

              private void take() {
                if (!hasNew) {
                  return;
                }
                synchronized (mails) {
                  System.out.println("mail");
                  hasNew = false; // BUG: NonAtomicCheckThenAct
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
