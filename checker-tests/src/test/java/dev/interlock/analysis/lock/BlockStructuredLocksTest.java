package dev.interlock.analysis.lock;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.common.collect.ImmutableMap;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the tree tells of locks must be what the control-flow graph tells, or nothing. */
final class BlockStructuredLocksTest {
  @Test
  void lockIsHeldInItsBlock() {
    assertToldByTree(
        """
        int method() {
          count++;
          lock.lock();
          try {
            count++;
            if (test()) {
              return count;
            }
            counts[0] = count;
          } finally {
            lock.unlock();
            run();
          }
          return count;
        }
        """);
  }

  @Test
  void lockWithoutBlockIsLeftToTheGraph() {
    assertLeftToGraph(
        """
        void method() {
          lock.lock();
          count++;
          lock.unlock();
        }
        """);
  }

  @Test
  void locksInEachOtherAreHeldBoth() {
    assertToldByTree(
        """
        void method() {
          lock.lock();
          try {
            other.lock();
            try {
              count++;
            } finally {
              other.unlock();
            }
            count++;
          } finally {
            lock.unlock();
          }
          count++;
        }
        """);
  }

  @Test
  void lockTakenAgainIsLeftToTheGraph() {
    assertLeftToGraph(
        """
        void method() {
          lock.lock();
          try {
            lock.lock();
            try {
              count++;
            } finally {
              lock.unlock();
            }
          } finally {
            lock.unlock();
          }
        }
        """);
  }

  @Test
  void lockIsHeldInHandlersThatCallsLeadTo() {
    assertToldByTree(
        """
        void method() {
          lock.lock();
          try {
            risky();
          } catch (Exception e) {
            count++;
          } finally {
            lock.unlock();
          }
        }
        """);
  }

  @Test
  void handlersThatNothingLeadsToAreLeftToTheGraph() {
    assertLeftToGraph(
        """
        void method() {
          lock.lock();
          try {
            int unused = 1;
          } catch (IllegalStateException e) {
            count++;
          } finally {
            lock.unlock();
          }
        }
        """);
  }

  @Test
  void handlersAroundABlockHoldNothing() {
    assertToldByTree(
        """
        void method() {
          try {
            lock.lock();
            try {
              risky();
            } finally {
              lock.unlock();
            }
          } catch (Exception e) {
            count++;
          } finally {
            count++;
          }
        }
        """);
  }

  @Test
  void loopsAndJumpsOutOfThemGiveTheLockBack() {
    assertToldByTree(
        """
        void method() {
          outer:
          while (test()) {
            for (int i = 0; i < 3; i++) {
              lock.lock();
              try {
                count++;
                if (count > 7) {
                  continue outer;
                }
                if (test()) {
                  break;
                }
              } finally {
                lock.unlock();
              }
              count++;
            }
            count++;
          }
        }
        """);
  }

  @Test
  void blockOnOneBranchIsOverAfterIt() {
    assertToldByTree(
        """
        void method() {
          if (test()) {
            lock.lock();
            try {
              count++;
            } finally {
              lock.unlock();
            }
          }
          count++;
        }
        """);
  }

  @Test
  void stampsAndSharedLocksKeepTheirMode() {
    assertToldByTree(
        """
        void method() {
          rw.readLock().lock();
          try {
            count++;
          } finally {
            rw.readLock().unlock();
          }
          long stamp = stamped.writeLock();
          try {
            count++;
          } finally {
            stamped.unlockWrite(stamp);
          }
        }
        """);
  }

  @Test
  void lockGivenBackInAnotherModeIsLeftToTheGraph() {
    assertLeftToGraph(
        """
        void method() {
          long stamp = stamped.readLock();
          try {
            count++;
          } finally {
            stamped.unlock(stamp);
          }
        }
        """);
  }

  @Test
  void lockGivenBackLateIsLeftToTheGraph() {
    assertLeftToGraph(
        """
        void method() {
          lock.lock();
          try {
            count++;
          } finally {
            if (test()) {
              run();
            }
            lock.unlock();
          }
        }
        """);
  }

  @Test
  void locksThatAreTriedOrWaitedForAreLeftToTheGraph() {
    assertLeftToGraph(
        """
        void method() {
          if (lock.tryLock()) {
            try {
              count++;
            } finally {
              lock.unlock();
            }
          }
        }
        """);
    assertLeftToGraph(
        """
        void method() throws Exception {
          lock.lock();
          try {
            lockChanged.await();
            count++;
          } finally {
            lock.unlock();
          }
        }
        """);
  }

  @Test
  void codeOfLambdasAndClassesHoldsNothing() {
    assertToldByTree(
        """
        void method() {
          lock.lock();
          try {
            Runnable task = () -> count++;
            task.run();
          } finally {
            lock.unlock();
          }
        }
        """);
  }

  private static void assertToldByTree(String members) {
    CompiledBodies source = CompiledBodies.compile(members);
    TreePath body = source.method("method");
    List<Throwable> failures = new ArrayList<>();
    HeldLocks expected = source.analyze(body, failures);
    HeldLocks held =
        BlockStructuredLocks.of(body.getLeaf(), LockOperations.of(body.getLeaf())).orElseThrow();
    assertThat(failures).isEmpty();
    assertThat(held.atNormalExit()).isEqualTo(expected.atNormalExit());
    for (Tree tree : expressions(body.getLeaf())) {
      assertWithMessage("held at %s", tree).that(held.at(tree)).isEqualTo(expected.at(tree));
    }
  }

  private static void assertLeftToGraph(String members) {
    Tree body = CompiledBodies.compile(members).method("method").getLeaf();
    ImmutableMap<Tree, LockOperation> operations = LockOperations.of(body);
    assertThat(operations).isNotEmpty();
    assertThat(BlockStructuredLocks.of(body, operations)).isEmpty();
  }

  /** Returns the expressions of a body, those of its lambdas and classes included. */
  private static List<Tree> expressions(Tree body) {
    List<Tree> found = new ArrayList<>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
        if (tree instanceof ExpressionTree) {
          found.add(tree);
        }
        return super.scan(tree, null);
      }
    }.scan(body, null);
    return found;
  }
}
