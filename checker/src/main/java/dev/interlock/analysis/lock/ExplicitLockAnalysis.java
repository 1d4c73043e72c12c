package dev.interlock.analysis.lock;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.processing.JavacProcessingEnvironment;
import com.sun.tools.javac.util.Context;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.function.Consumer;
import org.checkerframework.errorprone.dataflow.cfg.ControlFlowGraph;
import org.checkerframework.errorprone.dataflow.cfg.UnderlyingAST;
import org.checkerframework.errorprone.dataflow.cfg.builder.CFGTranslationPhaseThree;
import org.checkerframework.errorprone.dataflow.cfg.builder.CFGTranslationPhaseTwo;
import org.checkerframework.errorprone.dataflow.cfg.builder.PhaseOneResult;

/**
 * Finds out which explicitly taken locks are held at each place of a body: a forward must-analysis
 * over its control-flow graph, with the dataflow library of the Checker Framework that Error Prone
 * brings along.
 *
 * <p>The answers follow the operations through exceptions, {@code finally}, loops and jumps, and
 * through the results of try-locks in conditions and local variables. Nested locking counts: the
 * section that counts is the outer one, until the last release.
 */
public final class ExplicitLockAnalysis {
  /** Well above any body written by hand, well below what would be felt in a build. */
  private static final int MAX_COST = 20_000;

  private ExplicitLockAnalysis() {}

  /**
   * Analyses one body.
   *
   * <p>In the result, {@code at(tree)} is about the moment when an expression takes effect: a call
   * after its arguments, an assignment when it writes; for a lock operation that is before it does
   * anything. A statement stands for its start. Where the library copies code ({@code finally}),
   * the locks held in every copy count. In code that cannot be reached every operation's lock is
   * held, so that nothing is reported there. Trees that are not part of the body, such as those
   * inside of its lambdas and classes, have no locks.
   *
   * <p>Where paths meet that took one lock at different places, all those operations are returned
   * for it; two places lie in one unbroken critical section of a lock if their answers share an
   * operation.
   *
   * @param body a {@code MethodTree}, {@code LambdaExpressionTree}, initialiser block or field with
   *     an initialiser, or a {@code ClassTree} for each of its initialisers by itself
   * @param operations the lock operations of the body, by their call
   * @param onFailure told why, if the body cannot be analysed; the result is then {@link
   *     HeldLocks#UNKNOWN}
   */
  public static HeldLocks analyze(
      TreePath body,
      ImmutableMap<Tree, LockOperation> operations,
      Context context,
      Consumer<? super Throwable> onFailure) {
    if (operations.isEmpty()) {
      return HeldLocks.NONE;
    }
    try {
      return body.getLeaf() instanceof ClassTree type
          ? analyzeInitializers(body, type, operations, context)
          : analyze(body, operations, context);
    } catch (RuntimeException | AssertionError | LinkageError | StackOverflowError e) {
      // The library does not know every construct of newer Java: better no locks than no build.
      onFailure.accept(e);
      return HeldLocks.UNKNOWN;
    }
  }

  private static HeldLocks analyzeInitializers(
      TreePath path,
      ClassTree type,
      ImmutableMap<Tree, LockOperation> operations,
      Context context) {
    IdentityHashMap<Tree, ImmutableSet<LockOperation>> sections = new IdentityHashMap<>();
    for (Tree member : type.getMembers()) {
      if (member instanceof BlockTree
          || (member instanceof VariableTree field && field.getInitializer() != null)) {
        sections.putAll(analyze(new TreePath(path, member), operations, context).sections());
      }
    }
    return new Result(sections, ImmutableSet.of());
  }

  private static Result analyze(
      TreePath body, ImmutableMap<Tree, LockOperation> operations, Context context) {
    BodyTrees trees = BodyTrees.of(body.getLeaf(), MAX_COST);
    ImmutableSet<LockOperation> own =
        trees.stream().map(operations::get).filter(Objects::nonNull).collect(toImmutableSet());
    if (own.isEmpty()) {
      return new Result(new IdentityHashMap<>(), ImmutableSet.of());
    }
    return Result.of(LockFlow.run(controlFlowGraph(body, context), operations), trees, own);
  }

  private static ControlFlowGraph controlFlowGraph(TreePath body, Context context) {
    UnderlyingAST code = code(body);
    TreePath path = code.getCode() == body.getLeaf() ? body : new TreePath(body, code.getCode());
    PhaseOneResult translation =
        new MarkedTranslation(JavacProcessingEnvironment.instance(context)).process(path, code);
    return CFGTranslationPhaseThree.process(CFGTranslationPhaseTwo.process(translation));
  }

  private static UnderlyingAST code(TreePath body) {
    Tree leaf = body.getLeaf();
    ClassTree enclosingClass = ASTHelpers.findEnclosingNode(body, ClassTree.class);
    if (leaf instanceof MethodTree method) {
      return new UnderlyingAST.CFGMethod(method, enclosingClass);
    }
    if (leaf instanceof LambdaExpressionTree lambda) {
      return new UnderlyingAST.CFGLambda(
          lambda, enclosingClass, ASTHelpers.findEnclosingNode(body, MethodTree.class));
    }
    return new UnderlyingAST.CFGStatement(leaf, enclosingClass);
  }

  /** The answers for all trees of one body. */
  private record Result(
      IdentityHashMap<Tree, ImmutableSet<LockOperation>> sections,
      ImmutableSet<LockOperation> atNormalExit)
      implements HeldLocks {
    static Result of(LockFlow flow, BodyTrees trees, ImmutableSet<LockOperation> operations) {
      ImmutableSet<LockOperation> everything =
          operations.stream()
              .filter(operation -> operation.action() != LockOperation.Action.RELEASE)
              .collect(toImmutableSet());
      IdentityHashMap<Tree, ImmutableSet<LockOperation>> sections = new IdentityHashMap<>();
      trees.assign(
          tree ->
              flow.before(tree)
                  .map(state -> state.isReachable() ? state.sections() : everything)
                  .orElse(null),
          everything,
          sections::put);
      return new Result(sections, flow.atNormalExit());
    }

    @Override
    public ImmutableSet<LockOperation> at(Tree tree) {
      return sections.getOrDefault(tree, ImmutableSet.of());
    }
  }
}
