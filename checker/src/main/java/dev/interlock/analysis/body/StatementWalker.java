package dev.interlock.analysis.body;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssertTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.SimpleTreeVisitor;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.body.Point.Condition;
import dev.interlock.analysis.body.Point.Outcome;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Walks statements in execution order. A visit returns whether the statement can complete normally
 * (JLS 14.22, simplified: a method call always returns).
 */
final class StatementWalker extends SimpleTreeVisitor<Boolean, Void> {
  private final BodyRecorder recorder;
  private final ExpressionWalker expressions;

  StatementWalker(BodyRecorder recorder) {
    super(true);
    this.recorder = recorder;
    this.expressions = new ExpressionWalker(recorder, this);
  }

  ExpressionWalker expressions() {
    return expressions;
  }

  boolean walk(@Nullable Tree tree) {
    return tree == null || visit(tree, null);
  }

  void walkLocked(StatementTree tree, Tree section, Value lock) {
    recorder.locked(section, lock, false, () -> walk(tree));
  }

  /** Walks the body of an expression lambda. */
  void walkResult(ExpressionTree tree) {
    recorder.body().returns(expressions.evaluate(tree), ImmutableSet.of());
  }

  void initializeField(VariableTree tree) {
    VarSymbol field = ASTHelpers.getSymbol(tree);
    Value value = expressions.evaluate(tree.getInitializer());
    AccessPath location =
        field.isStatic()
            ? AccessPath.ofStatic(field)
            : AccessPath.THIS.then(new Selector.Field(field)).orElseThrow();
    recorder.write(location, value, tree);
  }

  boolean walkAll(List<? extends Tree> trees) {
    boolean completes = true;
    for (Tree tree : trees) {
      completes &= walk(tree);
    }
    return completes;
  }

  @Override
  protected Boolean defaultAction(Tree tree, Void unused) {
    Children.of(tree).forEach(this::walkAny);
    return true;
  }

  private void walkAny(Tree tree) {
    if (tree instanceof ExpressionTree expression) {
      expressions.evaluate(expression);
    } else {
      walk(tree);
    }
  }

  @Override
  public Boolean visitBlock(BlockTree tree, Void unused) {
    return walkAll(tree.getStatements());
  }

  @Override
  public Boolean visitLabeledStatement(LabeledStatementTree tree, Void unused) {
    walk(tree.getStatement());
    return true;
  }

  @Override
  public Boolean visitClass(ClassTree tree, Void unused) {
    new ClassReader(recorder.extraction(), recorder).read(tree);
    return true;
  }

  @Override
  public Boolean visitVariable(VariableTree tree, Void unused) {
    VarSymbol variable = ASTHelpers.getSymbol(tree);
    if (tree.getInitializer() != null) {
      recorder.assign(variable, expressions.evaluate(tree.getInitializer()));
    } else {
      recorder.assign(variable, Value.UNKNOWN);
    }
    return true;
  }

  @Override
  public Boolean visitExpressionStatement(ExpressionStatementTree tree, Void unused) {
    expressions.execute(tree.getExpression());
    return true;
  }

  @Override
  public Boolean visitAssert(AssertTree tree, Void unused) {
    expressions.evaluate(tree.getCondition());
    return true;
  }

  @Override
  public Boolean visitIf(IfTree tree, Void unused) {
    ExpressionTree condition = tree.getCondition();
    Value decides = expressions.evaluate(condition);
    Map<VarSymbol, Value> before = recorder.snapshot();
    boolean[] completes = {true, true};
    recorder.under(
        condition, decides, Outcome.TRUE, () -> completes[0] = walk(tree.getThenStatement()));
    Map<VarSymbol, Value> afterThen = recorder.snapshot();
    recorder.restore(before);
    if (tree.getElseStatement() != null) {
      recorder.under(
          condition, decides, Outcome.FALSE, () -> completes[1] = walk(tree.getElseStatement()));
    }
    if (!completes[1]) {
      recorder.restore(afterThen);
    } else if (completes[0]) {
      recorder.join(afterThen);
    }
    if (completes[0] != completes[1]) {
      recorder.onlyIf(condition, decides, completes[0] ? Outcome.TRUE : Outcome.FALSE);
    }
    return completes[0] || completes[1];
  }

  @Override
  public Boolean visitSwitch(SwitchTree tree, Void unused) {
    walkCases(tree, tree.getExpression(), tree.getCases());
    return true;
  }

  /** Walks the cases of a switch; returns what it was decided by. */
  Value walkCases(Tree tree, ExpressionTree selector, List<? extends CaseTree> cases) {
    Value decides = expressions.evaluate(selector);
    Map<VarSymbol, Value> before = recorder.snapshot();
    for (CaseTree oneCase : cases) {
      Map<VarSymbol, Value> after = recorder.snapshot();
      recorder.restore(new java.util.HashMap<>(before));
      recorder.under(tree, decides, Outcome.ANY, () -> walkCase(oneCase));
      recorder.join(after);
    }
    return decides;
  }

  private void walkCase(CaseTree tree) {
    if (tree.getStatements() != null) {
      walkAll(tree.getStatements());
    } else if (tree.getBody() instanceof ExpressionTree expression) {
      expressions.addYielded(expressions.evaluate(expression));
    } else {
      walk(tree.getBody());
    }
  }

  @Override
  public Boolean visitYield(YieldTree tree, Void unused) {
    expressions.addYielded(expressions.evaluate(tree.getValue()));
    return false;
  }

  @Override
  public Boolean visitWhileLoop(WhileLoopTree tree, Void unused) {
    Value[] waited = {Value.UNKNOWN};
    walkLoop(
        tree,
        () -> {
          Value decides = expressions.evaluate(tree.getCondition());
          recorder.under(
              tree.getCondition(), decides, Outcome.TRUE, () -> walk(tree.getStatement()));
          if (BusyWaiting.isOnly(tree.getStatement())) {
            waited[0] = decides;
          }
        });
    if (waited[0] != Value.UNKNOWN) {
      recorder.onlyIf(tree.getCondition(), waited[0], Outcome.FALSE);
    }
    return true;
  }

  @Override
  public Boolean visitDoWhileLoop(DoWhileLoopTree tree, Void unused) {
    walkLoop(
        tree,
        () -> {
          walk(tree.getStatement());
          expressions.evaluate(tree.getCondition());
        });
    return true;
  }

  @Override
  public Boolean visitForLoop(ForLoopTree tree, Void unused) {
    walkAll(tree.getInitializer());
    for (StatementTree initializer : tree.getInitializer()) {
      if (initializer instanceof VariableTree variable) {
        VarSymbol counter = ASTHelpers.getSymbol(variable);
        Value start = Blocks.counter(tree, variable, recorder.local(counter), recorder::local);
        recorder.assign(counter, start.and(turnOf(tree)));
      }
    }
    walkLoop(
        tree,
        () -> {
          Value decides = expressions.evaluate(tree.getCondition());
          recorder.under(tree, decides, Outcome.ANY, () -> walk(tree.getStatement()));
          walkAll(tree.getUpdate());
        });
    return true;
  }

  @Override
  public Boolean visitEnhancedForLoop(EnhancedForLoopTree tree, Void unused) {
    Value elements =
        expressions.elementsOf(tree.getExpression(), Index.each(tree)).and(turnOf(tree));
    walkLoop(
        tree,
        () -> {
          recorder.assign(ASTHelpers.getSymbol(tree.getVariable()), elements);
          walk(tree.getStatement());
        });
    return true;
  }

  private static ImmutableSet<Dependency> turnOf(Tree loop) {
    return ImmutableSet.of(new Dependency.OnLoop(loop, false));
  }

  private void walkLoop(Tree tree, Runnable inside) {
    Map<VarSymbol, Value> before = recorder.snapshot();
    recorder.repeated(tree, inside);
    recorder.join(before);
  }

  @Override
  public Boolean visitSynchronized(SynchronizedTree tree, Void unused) {
    Value lock = expressions.evaluate(tree.getExpression());
    boolean[] completes = {true};
    recorder.locked(tree, lock, false, () -> completes[0] = walk(tree.getBlock()));
    return completes[0];
  }

  @Override
  public Boolean visitTry(TryTree tree, Void unused) {
    Condition before = recorder.control();
    boolean[] completes = {true};
    walkResources(tree, tree.getResources(), () -> completes[0] = walk(tree.getBlock()));
    boolean any = completes[0];
    for (CatchTree handler : tree.getCatches()) {
      Map<VarSymbol, Value> after = recorder.snapshot();
      recorder.assign(ASTHelpers.getSymbol(handler.getParameter()), Value.UNKNOWN);
      any |= walkHandler(tree, handler);
      recorder.join(after);
    }
    recorder.afterwards(before, () -> completes[0] = walk(tree.getFinallyBlock()));
    return completes[0] && any;
  }

  private boolean walkHandler(TryTree tree, CatchTree handler) {
    if (!Rejections.areHandledBy(handler)) {
      return walk(handler.getBlock());
    }
    boolean[] completes = {true};
    recorder.under(
        tree, Value.UNKNOWN, Outcome.FALSE, () -> completes[0] = walk(handler.getBlock()));
    return completes[0];
  }

  private void walkResources(TryTree tree, List<? extends Tree> resources, Runnable inside) {
    if (resources.isEmpty()) {
      inside.run();
      return;
    }
    Tree first = resources.get(0);
    Value resource;
    if (first instanceof VariableTree variable) {
      walk(variable);
      resource = recorder.local(ASTHelpers.getSymbol(variable));
    } else {
      resource = expressions.evaluate((ExpressionTree) first);
    }
    recorder.locked(
        first,
        resource,
        true,
        () -> walkResources(tree, resources.subList(1, resources.size()), inside));
  }

  @Override
  public Boolean visitReturn(ReturnTree tree, Void unused) {
    if (tree.getExpression() != null) {
      Value value = expressions.evaluate(tree.getExpression());
      recorder.body().returns(value, recorder.point(tree).controlDependencies());
    }
    return false;
  }

  @Override
  public Boolean visitThrow(ThrowTree tree, Void unused) {
    expressions.evaluate(tree.getExpression());
    recorder.fails(tree);
    return false;
  }

  @Override
  public Boolean visitBreak(BreakTree tree, Void unused) {
    return false;
  }

  @Override
  public Boolean visitContinue(ContinueTree tree, Void unused) {
    return false;
  }
}
