package dev.interlock.analysis.lock;

import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static dev.interlock.analysis.lock.HeldLockTester.assertLocks;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Tests of which trees can be asked about, of the end of a body, and of bodies that are too much.
 */
final class HeldLocksTest {
  private final List<Throwable> failures = new ArrayList<>();

  @Test
  void everyTreeOfTheBodyHasAnAnswer() {
    CompiledBodies source =
        CompiledBodies.compile(
            """
            void method(Object object, List<? extends Number> list) throws Exception {
              lock.lock();
              {
                long one = 1, two = 2L;
                int three;
                final String four = "four" + one + count;
                three = count++ + --count;
                count += (int) one;
                counts[three] <<= 2;
                counts[count++]++;
                this.count = (three);
                text += object;
                int[][] array = new int[3][];
                int[] braces = {1, count, this.counts[0]};
                flag = !flag && count > 0 || object == null;
                flag = flag ? test() : count != 3;
                ;
                if (object instanceof String string && !string.isEmpty()) count++;
                else count--;
                label:
                for (int i = 0, j = 1; i < j; i++, j--) {
                  if (flag) continue;
                  if (test()) break label;
                  continue label;
                }
                for (Number number : list) count += number.intValue();
                for (int number : braces) count += number;
                while (test()) {}
                do count++; while (test());
                switch (count) {
                  case 1, 2:
                    run();
                    break;
                  default:
                }
                int result = switch (text) {
                  case "a" -> count;
                  default -> {
                    yield 3;
                  }
                };
                synchronized (this) {
                  count++;
                }
                try (Guard guard = guard()) {
                  risky();
                } catch (IllegalStateException | IllegalArgumentException e) {
                  throw new RuntimeException("text", e);
                } finally {
                  run();
                }
                Runnable lambda = () -> run();
                Runnable reference = this::run;
                Runnable anonymous = new Runnable() {
                  @Override public void run() {}
                };
                class Local {}
                assert count > 0 : text;
                List<String> strings = new ArrayList<>(3);
                if (flag) return;
                Test.this.run();
                Object type = int[].class;
              }
              lock.unlock();
              other.lock();
            }
            """);
    TreePath method = source.method("method");
    HeldLocks held = source.analyze(method, failures);

    List<? extends StatementTree> statements =
        ((MethodTree) method.getLeaf()).getBody().getStatements();
    for (Tree tree : partsOf(statements.get(1))) {
      assertWithMessage("%s %s", tree.getKind(), tree)
          .that(locks(held.at(tree)))
          .containsExactly("lock");
    }
    assertThat(failures).isEmpty();
  }

  @Test
  void expressionTakesEffectAfterItsParts() {
    assertLocks(
        """
        void started() {
          count = (int) stamped.writeLock(); // HELD:
          count += (int) stamped.tryConvertToReadLock(1); // HELD: stamped
        }
        void evaluated() {
          count = (int) stamped.writeLock(); // EVALUATED: stamped
          run(); // EVALUATED: stamped
          stamped.unlockWrite(count); // EVALUATED: stamped
          run(); // EVALUATED:
        }
        """);
  }

  @Test
  void deadExpressionAndDeadStatementHoldEverything() {
    assertLocks(
        """
        void method() {
          if (test()) {
            lock.lock();
          }
          boolean never =
              false
                  && // the line below is never evaluated
                  test(); // HELD: lock
          if (false) {
            run(); // HELD: lock
          }
          run(); // HELD:
        }
        """);
  }

  @Test
  void treesOfOtherBodiesHaveNoLocks() {
    CompiledBodies source =
        CompiledBodies.compile(
            """
            void method() {
              lock.lock();
              Runnable task = () -> run();
              Object object = new Object() {
                int field = count;
              };
              lock.unlock();
            }
            void another() {
              run();
            }
            """);
    HeldLocks held = source.analyze(source.method("method"), failures);

    int insides = 0;
    for (TreePath body : source.bodies()) {
      Tree leaf = body.getLeaf();
      if (leaf instanceof LambdaExpressionTree lambda) {
        assertThat(locks(held.at(lambda))).containsExactly("lock");
        assertThat(held.at(lambda.getBody())).isEmpty();
        insides++;
      } else if (leaf instanceof MethodTree method && method.getName().contentEquals("another")) {
        partsOf(method).forEach(tree -> assertThat(held.at(tree)).isEmpty());
        insides++;
      } else if (leaf.toString().contains("field")
          && body.getParentPath().getLeaf() instanceof ClassTree type
          && type.getSimpleName().isEmpty()) {
        assertThat(locks(held.at(type))).containsExactly("lock");
        assertThat(held.at(leaf)).isEmpty();
        insides++;
      }
    }
    assertThat(insides).isEqualTo(3);
  }

  @Test
  void classStandsForItsInitialisers() {
    CompiledBodies source =
        CompiledBodies.compile(
            """
            static final ReentrantLock shared = new ReentrantLock();
            static int total;
            static {
              shared.lock();
              total++;
              shared.unlock();
            }
            long stamp = stamped.writeLock();
            """);
    TreePath type = source.method("test").getParentPath();
    ImmutableMap.Builder<Tree, LockOperation> operations = ImmutableMap.builder();
    source.bodies().stream()
        .map(TreePath::getLeaf)
        .filter(body -> !(body instanceof MethodTree))
        .forEach(body -> operations.putAll(LockOperations.of(body)));
    HeldLocks held =
        ExplicitLockAnalysis.analyze(
            type.getLeaf(), operations.buildOrThrow(), source.context(), failures::add);

    assertThat(failures).isEmpty();
    ImmutableSet<String> places =
        partsOf(type.getLeaf()).stream()
            .filter(tree -> tree instanceof StatementTree && !held.at(tree).isEmpty())
            .map(tree -> tree + locks(held.at(tree)).toString())
            .collect(toImmutableSet());
    assertThat(places).containsExactly("total++;[shared]", "shared.unlock();[shared]");
    assertThat(held.atNormalExit()).isEmpty();
  }

  @Test
  void lockLeftHeldIsHeldAtNormalExit() {
    assertThat(atNormalExit("lock.lock();")).containsExactly("lock");
    assertThat(atNormalExit("if (!lock.tryLock()) throw new IllegalStateException();"))
        .containsExactly("lock");
    assertThat(atNormalExit("if (test()) { lock.lock(); return; } lock.lock();"))
        .containsExactly("lock");
    assertThat(atNormalExit("lock.lock(); try { run(); } finally { other.lock(); }"))
        .containsExactly("lock", "other");
  }

  @Test
  void lockNotCertainlyLeftHeldIsNotHeldAtNormalExit() {
    assertThat(atNormalExit("lock.lock(); lock.unlock();")).isEmpty();
    assertThat(atNormalExit("if (test()) return; lock.lock();")).isEmpty();
    assertThat(atNormalExit("lock.tryLock();")).isEmpty();
    assertThat(atNormalExit("lock.lock(); try { run(); } finally { lock.unlock(); }")).isEmpty();
    assertThat(atNormalExit("lock.lock(); throw new IllegalStateException();")).isEmpty();
    assertThat(atNormalExit("lock.lock(); while (true) run();")).isEmpty();
  }

  @Test
  void bodyWithoutOperationsIsNotLookedAt() {
    CompiledBodies source = CompiledBodies.compile("void method() { run(); }");

    assertThat(source.analyze(source.method("method"), failures)).isSameInstanceAs(HeldLocks.NONE);
  }

  @Test
  void operationsAreGivenInSourceOrder() {
    CompiledBodies source =
        CompiledBodies.compile(
            """
            void method() {
              if (test()) {
                other.lock();
                lock.lock();
              } else {
                lock.lock();
                other.lock();
              }
            }
            """);
    HeldLocks held = source.analyze(source.method("method"), failures);

    assertThat(held.atNormalExit().stream().map(LockOperation::lock))
        .containsExactly("other", "lock", "lock", "other")
        .inOrder();
  }

  @Test
  @Timeout(60)
  void longBodyIsAnalysed() {
    CompiledBodies source =
        CompiledBodies.compile(
            "void method() { lock.lock();" + "count += count + 1;".repeat(2000) + "}");
    HeldLocks held = source.analyze(source.method("method"), failures);

    assertThat(failures).isEmpty();
    assertThat(locks(held.atNormalExit())).containsExactly("lock");
  }

  @Test
  @Timeout(60)
  void veryLongBodyIsAnalysed() {
    assertThat(atNormalExit("lock.lock();" + "count += count + 1;".repeat(5000)))
        .containsExactly("lock");
  }

  @Test
  @Timeout(60)
  void finallyBlocksManyTimesInEachOtherAreAnalysed() {
    assertThat(
            atNormalExit(
                "lock.lock();"
                    + "try { run(); } finally { ".repeat(24)
                    + "other.lock();"
                    + "}".repeat(24)))
        .containsExactly("lock", "other");
  }

  @Test
  void nestedFinallyBlocksAreAnalysed() {
    assertThat(
            atNormalExit(
                "lock.lock();"
                    + "try { if (test()) return; } finally { ".repeat(4)
                    + "other.lock();"
                    + "}".repeat(4)))
        .containsExactly("lock", "other");
  }

  @Test
  @Timeout(60)
  void excessivelyManyAttemptsAreReported() {
    assertTooMuch(
        "ReentrantLock[] locks = new ReentrantLock[300];"
            + numbered(300, "boolean got%1$d = locks[%1$d].tryLock();")
            + numbered(300, "if (got%1$d) run();"));
  }

  @Test
  void failureOfTheLibraryIsReported() {
    CompiledBodies source = CompiledBodies.parse("void method() { lock.lock(); run(); }");
    TreePath method = source.method("method");
    Tree call =
        Iterables.getLast(Iterables.filter(partsOf(method.getLeaf()), MethodInvocationTree.class));
    LockOperation operation =
        new LockOperation(call, "lock", LockOperation.Action.ACQUIRE, LockMode.EXCLUSIVE);

    HeldLocks held =
        ExplicitLockAnalysis.analyze(
            method.getLeaf(), ImmutableMap.of(call, operation), source.context(), failures::add);

    assertThat(failures).hasSize(1);
    assertThat(held).isSameInstanceAs(HeldLocks.UNKNOWN);
  }

  private void assertTooMuch(String statements) {
    CompiledBodies source = CompiledBodies.compile("void method() {" + statements + "}");
    HeldLocks held = source.analyze(source.method("method"), failures);

    assertThat(failures).hasSize(1);
    assertThat(failures.get(0)).isInstanceOf(LockAnalysisException.class);
    assertThat(held).isSameInstanceAs(HeldLocks.UNKNOWN);
  }

  private static String numbered(int times, String statement) {
    return IntStream.range(0, times).mapToObj(statement::formatted).collect(joining());
  }

  private ImmutableSet<String> atNormalExit(String statements) {
    CompiledBodies source = CompiledBodies.compile("void method() {" + statements + "}");
    ImmutableSet<String> locks =
        locks(source.analyze(source.method("method"), failures).atNormalExit());
    assertThat(failures).isEmpty();
    return locks;
  }

  private static ImmutableSet<String> locks(ImmutableSet<LockOperation> operations) {
    return operations.stream()
        .map(operation -> operation.lock().toString())
        .collect(toImmutableSet());
  }

  /** Returns {@code root} and the trees in it, without the insides of lambdas and classes. */
  private static List<Tree> partsOf(Tree root) {
    List<Tree> parts = new ArrayList<>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
        if (tree != null) {
          parts.add(tree);
        }
        boolean isOther = tree instanceof LambdaExpressionTree || tree instanceof ClassTree;
        return isOther && tree != root ? null : super.scan(tree, null);
      }
    }.scan(root, null);
    return parts;
  }
}
