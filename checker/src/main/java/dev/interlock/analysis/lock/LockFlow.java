package dev.interlock.analysis.lock;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssertTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.tools.javac.code.Symtab;
import com.sun.tools.javac.tree.JCTree.JCCase;
import com.sun.tools.javac.tree.JCTree.Tag;
import com.sun.tools.javac.util.Context;
import dev.interlock.analysis.lock.ControlStack.Cleanup;
import dev.interlock.analysis.lock.ControlStack.Handler;
import dev.interlock.analysis.lock.ControlStack.Handlers;
import dev.interlock.analysis.lock.ControlStack.Jump;
import dev.interlock.analysis.lock.ControlStack.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A forward must-analysis of the locks held in one body. Java has no jumps but out of what is
 * around them, so the tree is all of the control flow that it takes: a statement goes on with what
 * its parts end in, loops are gone through until nothing new comes back, and {@link ControlStack}
 * takes what leaves by a jump or an exception to where it arrives.
 *
 * <p>Assertions count as enabled: {@code assert lock.isHeldByCurrentThread()} is a promise.
 */
final class LockFlow extends LockedExpressions {
  private final Symtab symbols;

  /** The whole body, which a {@code return} leaves. */
  private @Nullable Target body;

  LockFlow(ImmutableMap<Tree, LockOperation> operations, Context context) {
    super(operations, context);
    this.symbols = Symtab.instance(context);
  }

  /** Goes through the code of a body; returns the sections in force on every normal return. */
  ImmutableSet<LockOperation> run(Tree code) {
    body = around.enter(code);
    scan(code, null);
    around.leave();
    return store.join(body.left()).state().sections();
  }

  @Override
  public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
    super.visitVariable(tree, null);
    if (tree.getInitializer() != null) {
      know(ASTHelpers.getSymbol(tree), tree.getInitializer());
    }
    return null;
  }

  @Override
  public @Nullable Void visitIf(IfTree tree, @Nullable Void unused) {
    Branches condition = branch(tree.getCondition());
    store = condition.whenTrue();
    scan(tree.getThenStatement(), null);
    LockStore afterThen = store;
    store = condition.whenFalse();
    scan(tree.getElseStatement(), null);
    store = store.join(afterThen);
    return null;
  }

  @Override
  public @Nullable Void visitAssert(AssertTree tree, @Nullable Void unused) {
    Branches condition = branch(tree.getCondition());
    store = condition.whenFalse();
    scan(tree.getDetail(), null);
    around.raise(ImmutableList.of(symbols.assertionErrorType), store);
    store = condition.whenTrue();
    return null;
  }

  @Override
  public @Nullable Void visitWhileLoop(WhileLoopTree tree, @Nullable Void unused) {
    loop(
        tree,
        target -> {
          Branches condition = branch(tree.getCondition());
          store = condition.whenTrue();
          scan(tree.getStatement(), null);
          store = store.join(target.continued());
          return condition.whenFalse();
        });
    return null;
  }

  @Override
  public @Nullable Void visitDoWhileLoop(DoWhileLoopTree tree, @Nullable Void unused) {
    loop(
        tree,
        target -> {
          scan(tree.getStatement(), null);
          store = store.join(target.continued());
          Branches condition = branch(tree.getCondition());
          store = condition.whenTrue();
          return condition.whenFalse();
        });
    return null;
  }

  @Override
  public @Nullable Void visitForLoop(ForLoopTree tree, @Nullable Void unused) {
    scan(tree.getInitializer(), null);
    loop(
        tree,
        target -> {
          LockStore ended = LockStore.UNREACHABLE;
          if (tree.getCondition() != null) {
            Branches condition = branch(tree.getCondition());
            store = condition.whenTrue();
            ended = condition.whenFalse();
          }
          scan(tree.getStatement(), null);
          store = store.join(target.continued());
          scan(tree.getUpdate(), null);
          return ended;
        });
    return null;
  }

  @Override
  public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void unused) {
    scan(tree.getExpression(), null);
    loop(
        tree,
        target -> {
          LockStore ended = store;
          fail();
          scan(tree.getVariable(), null);
          scan(tree.getStatement(), null);
          store = store.join(target.continued());
          return ended;
        });
    return null;
  }

  /** One turn of a loop. */
  private interface Turn {
    /** Goes through it up to the next one; returns what is known if there is no next one. */
    LockStore take(Target loop);
  }

  /** Takes turns until the next one would begin with nothing new. */
  private void loop(Tree tree, Turn turn) {
    LockStore begin = store;
    while (true) {
      Target target = around.enter(tree);
      LockStore ended = turn.take(target);
      around.leave();
      LockStore again = begin.join(store);
      if (again.equals(begin)) {
        store = ended.join(target.left());
        return;
      }
      begin = again;
      store = begin;
    }
  }

  @Override
  public @Nullable Void visitSwitch(SwitchTree tree, @Nullable Void unused) {
    scan(tree.getExpression(), null);
    choose(tree, tree.getCases());
    return null;
  }

  @Override
  public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, @Nullable Void unused) {
    scan(tree.getExpression(), null);
    choose(tree, tree.getCases());
    return null;
  }

  private void choose(Tree tree, List<? extends CaseTree> cases) {
    Target target = around.enter(tree);
    LockStore selected = store;
    boolean isExhaustive = tree instanceof SwitchExpressionTree;
    store = LockStore.UNREACHABLE;
    for (CaseTree one : cases) {
      store = store.join(selected); // or falls through
      scan(one, null);
      if (one.getCaseKind() == CaseTree.CaseKind.RULE) {
        if (one.getBody() instanceof ExpressionTree value) {
          know(tree, value);
        }
        leave(target);
      }
      isExhaustive |= isDefault(one);
    }
    around.leave();
    store = store.join(isExhaustive ? LockStore.UNREACHABLE : selected).join(target.left());
  }

  private static boolean isDefault(CaseTree tree) {
    return ((JCCase) tree).labels.stream().anyMatch(l -> l.hasTag(Tag.DEFAULTCASELABEL));
  }

  @Override
  public @Nullable Void visitLabeledStatement(LabeledStatementTree tree, @Nullable Void unused) {
    Target target = around.enter(tree);
    scan(tree.getStatement(), null);
    around.leave();
    store = store.join(target.left());
    return null;
  }

  @Override
  public @Nullable Void visitBreak(BreakTree tree, @Nullable Void unused) {
    leave(around.left(tree));
    return null;
  }

  @Override
  public @Nullable Void visitContinue(ContinueTree tree, @Nullable Void unused) {
    around.jump(new Jump(around.continued(tree), /* continues= */ true), store);
    store = LockStore.UNREACHABLE;
    return null;
  }

  @Override
  public @Nullable Void visitYield(YieldTree tree, @Nullable Void unused) {
    scan(tree.getValue(), null);
    Target target = around.yielded();
    know(target.tree(), tree.getValue());
    leave(target);
    return null;
  }

  @Override
  public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void unused) {
    scan(tree.getExpression(), null);
    leave(Objects.requireNonNull(body));
    return null;
  }

  private void leave(Target target) {
    around.jump(new Jump(target, /* continues= */ false), store);
    store = LockStore.UNREACHABLE;
  }

  @Override
  public @Nullable Void visitThrow(ThrowTree tree, @Nullable Void unused) {
    scan(tree.getExpression(), null);
    around.raise(ImmutableList.of(ASTHelpers.getType(tree.getExpression())), store);
    store = LockStore.UNREACHABLE;
    return null;
  }

  @Override
  public @Nullable Void visitTry(TryTree tree, @Nullable Void unused) {
    if (tree.getFinallyBlock() == null) {
      attempt(tree);
      return null;
    }
    Cleanup cleanup = around.enterCleanup();
    attempt(tree);
    around.leave();
    cleanUp(tree.getFinallyBlock(), cleanup);
    return null;
  }

  private void attempt(TryTree tree) {
    Handlers handlers = around.enterHandlers(tree.getCatches());
    scan(tree.getResources(), null);
    if (tree.getResources().isEmpty()) {
      scan(tree.getBlock(), null);
    } else {
      around.enterResources();
      scan(tree.getBlock(), null);
      around.leaveResources(store);
    }
    around.leave();
    LockStore completed = store;
    for (Handler handler : handlers.inOrder()) {
      store = handler.entered();
      scan(handler.clause(), null);
      completed = completed.join(store);
    }
    store = completed;
  }

  /** Sends whatever is on its way out through a {@code finally} block. */
  private void cleanUp(BlockTree block, Cleanup cleanup) {
    Map<LockStore, LockStore> known = new HashMap<>();
    LockStore completed = after(block, store, known);
    if (cleanup.thrown().state().isReachable()) {
      around.raiseAny(after(block, cleanup.thrown(), known));
    }
    cleanup.jumps().forEach((jump, before) -> around.jump(jump, after(block, before, known)));
    store = completed;
  }

  private LockStore after(BlockTree block, LockStore before, Map<LockStore, LockStore> known) {
    LockStore after = known.get(before);
    if (after == null) {
      store = before;
      scan(block, null);
      after = store;
      known.put(before, after);
    }
    return after;
  }
}
