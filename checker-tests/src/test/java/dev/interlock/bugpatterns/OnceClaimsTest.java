package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** What is left to the thread that has raised a flag for good. */
final class OnceClaimsTest {

  @Test
  void promiseThatIsKeptTellsItsListenersAlone() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;

            class Promise {
              private Runnable first;
              private List<Runnable> others;
              private boolean done;

              public boolean keep() {
                synchronized (this) {
                  if (done) {
                    return false;
                  }
                  done = true;
                  notifyAll();
                }
                tell();
                return true;
              }

              private void tell() {
                if (first != null) {
                  first.run();
                  first = null;
                  if (others != null) {
                    for (Runnable other : others) {
                      other.run();
                    }
                    others = null;
                  }
                }
              }

              public void listen(Runnable listener) {
                boolean now = false;
                synchronized (this) {
                  if (done) {
                    now = true;
                  } else {
                    if (first == null) {
                      first = listener;
                    } else {
                      if (others == null) {
                        others = new ArrayList<>(1);
                      }
                      others.add(listener);
                    }
                  }
                }
                if (now) {
                  listener.run();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void promiseThatIsTakenBack() {
    CheckTester.of(
            """
            class Promise {
              private Runnable first;
              private boolean done;

              public boolean keep() {
                synchronized (this) {
                  if (done) {
                    return false;
                  }
                  done = true;
                  notifyAll();
                }
                if (first != null) {
                  first.run();
                  first = null; // BUG: InconsistentLocking
                }
                return true;
              }

              public synchronized void takeBack() {
                done = false;
              }

              public synchronized void listen(Runnable listener) {
                if (!done && first == null) {
                  first = listener;
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
