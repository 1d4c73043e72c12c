package dev.interlock.analysis.lock;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Point.Loop;
import dev.interlock.analysis.lock.LockOperation.Action;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import org.jspecify.annotations.Nullable;

/**
 * Hand-over-hand locking: a walk along linked nodes that takes the lock of the next node before it
 * gives back that of the last one, as in {@code next.lock(); last.unlock(); last = next;}.
 *
 * @see <a href="https://doi.org/10.1007/BF00263762">Bayer and Schkolnick, Concurrency of operations
 *     on B-trees, 1977</a>
 */
final class LockCoupling {
  private LockCoupling() {}

  /**
   * Returns the operations with one nameless lock in the place of those that a loop of {@code body}
   * takes hand over hand: some node is locked all along, but no name tells which one.
   */
  static ImmutableMap<Tree, LockOperation> unnamed(
      Body body, ImmutableMap<Tree, LockOperation> operations) {
    Set<VarSymbol> nodes = new HashSet<>();
    for (Call call : body.calls()) {
      if (is(call, Action.RELEASE, operations)) {
        nodeOf(call).ifPresent(last -> addHandedOver(last, call, operations, nodes));
      }
    }
    if (nodes.isEmpty()) {
      return operations;
    }
    Map<Tree, LockOperation> renamed = new LinkedHashMap<>(operations);
    for (Call call : body.calls()) {
      if (nodeOf(call).filter(nodes::contains).isPresent()) {
        renamed.computeIfPresent(call.tree(), (tree, operation) -> unnamed(operation));
      }
    }
    return ImmutableMap.copyOf(renamed);
  }

  private static LockOperation unnamed(LockOperation operation) {
    return new LockOperation(
        operation.call(), ImmutableSet.of(), operation.action(), operation.mode());
  }

  /** Adds the variables for the last and the next node of a loop that gives {@code last} back. */
  private static void addHandedOver(
      VarSymbol last,
      Call release,
      ImmutableMap<Tree, LockOperation> operations,
      Set<VarSymbol> nodes) {
    Loop loop = release.point().loop();
    if (loop == null) {
      return;
    }
    for (Call call : release.body().calls()) {
      if (is(call, Action.ACQUIRE, operations) && call.point().isInside(loop.tree())) {
        nodeOf(call)
            .filter(next -> isAssigned(last, next, loop.tree()))
            .ifPresent(next -> nodes.addAll(List.of(last, next)));
      }
    }
  }

  private static boolean is(
      Call call, Action action, ImmutableMap<Tree, LockOperation> operations) {
    LockOperation operation = operations.get(call.tree());
    return operation != null && operation.action() == action;
  }

  /** Returns the local variable whose object's lock a call takes or gives back. */
  private static Optional<VarSymbol> nodeOf(Call call) {
    Tree start = call.tree();
    while (start instanceof MethodInvocationTree || start instanceof MemberSelectTree) {
      start =
          start instanceof MethodInvocationTree invocation
              ? invocation.getMethodSelect()
              : ((MemberSelectTree) start).getExpression();
    }
    return start instanceof IdentifierTree ? local(ASTHelpers.getSymbol(start)) : Optional.empty();
  }

  private static Optional<VarSymbol> local(@Nullable Symbol symbol) {
    return symbol instanceof VarSymbol variable && variable.getKind() == ElementKind.LOCAL_VARIABLE
        ? Optional.of(variable)
        : Optional.empty();
  }

  private static boolean isAssigned(VarSymbol last, VarSymbol next, Tree loop) {
    boolean[] found = {false};
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
        found[0] |=
            last.equals(ASTHelpers.getSymbol(tree.getVariable()))
                && next.equals(ASTHelpers.getSymbol(tree.getExpression()));
        return super.visitAssignment(tree, null);
      }
    }.scan(loop, null);
    return found[0];
  }
}
