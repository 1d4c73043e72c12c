package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Linked nodes with a lock each. */
final class LockCouplingTest {
  private static final String CHAIN =
      """
      import java.util.concurrent.locks.ReentrantLock;

      class Chain {
        private static final class Node {
          final ReentrantLock lock = new ReentrantLock();
          final long key;
          Node next;

          Node(long key, Node next) {
            this.key = key;
            this.next = next;
          }
        }

        private final Node head = new Node(Long.MIN_VALUE, null);

        void removeFirst() {
          head.lock.lock();
          try {
            head.next = head.next.next;
          } finally {
            head.lock.unlock();
          }
        }

        void add(long key) {
          BODY
        }
      }
      """;

  @Test
  void nextNodeIsLockedBeforeTheLastOneIsGivenBack() {
    CheckTester.of(
            CHAIN.replace(
                "BODY",
                """
                Node last = head;
                last.lock.lock();
                try {
                  Node next = last.next;
                  while (next != null && next.key < key) {
                    next.lock.lock();
                    last.lock.unlock();
                    last = next;
                    next = last.next;
                  }
                  last.next = new Node(key, next);
                } finally {
                  last.lock.unlock();
                }
                """))
        .reportsWhatIsMarked();
  }

  @Test
  void nodeIsChangedWithoutItsLock() {
    CheckTester.of(
            CHAIN.replace(
                "BODY", "head.next = new Node(key, head.next); // BUG: InconsistentLocking"))
        .reportsWhatIsMarked();
  }

  @Test
  void elementsOfAnArrayAreLockedOneAfterTheOther() {
    CheckTester.of(
            """
            import java.util.concurrent.locks.ReentrantLock;

            class Stripes {
              private final ReentrantLock[] locks = {new ReentrantLock(), new ReentrantLock()};
              private final long[] sums = new long[2];

              void add(long amount) {
                for (int i = 0; i < 2; i++) {
                  locks[i].lock();
                  sums[i] += amount;
                  locks[i].unlock();
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
