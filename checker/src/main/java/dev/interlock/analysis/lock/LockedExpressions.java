package dev.interlock.analysis.lock;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Symtab;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Types;
import com.sun.tools.javac.tree.JCTree.JCMethodInvocation;
import com.sun.tools.javac.tree.JCTree.JCNewClass;
import com.sun.tools.javac.util.Context;
import dev.interlock.analysis.lock.LockOperation.Action;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What expressions do to the locks that are held, in the order of their evaluation (JLS §15.7).
 *
 * <p>A call that throws has neither taken nor given back its lock: {@code lock()} fails before it
 * acquires, and {@code unlock()} only fails when the lock is not held. The exception is a wait,
 * which takes the lock again however it ends.
 */
abstract class LockedExpressions extends TreeScanner<@Nullable Void, @Nullable Void> {
  /** A second or so; bodies written by hand take a thousandth of it. */
  private static final int MAX_WORK = 2_000_000;

  private final ImmutableMap<Tree, LockOperation> operations;
  private final ConditionReader conditions = new ConditionReader();
  private final Map<Tree, LockState> states = new IdentityHashMap<>();
  private final Set<LockOperation> seen = new LinkedHashSet<>();
  private final ImmutableList<Type> unchecked;
  private long work;

  /** What is around the place at hand. */
  final ControlStack around;

  /** What is known at the place at hand. */
  LockStore store = LockStore.NONE;

  LockedExpressions(ImmutableMap<Tree, LockOperation> operations, Context context) {
    this.operations = operations;
    Symtab symbols = Symtab.instance(context);
    this.unchecked = ImmutableList.of(symbols.runtimeExceptionType, symbols.errorType);
    this.around = new ControlStack(Types.instance(context), symbols);
  }

  /** Returns the states in which the trees took effect, or for statements, began. */
  Map<Tree, LockState> states() {
    return states;
  }

  /** Returns the operations that were met. */
  ImmutableSet<LockOperation> seen() {
    return ImmutableSet.copyOf(seen);
  }

  /** What is known for each of the values of a condition. */
  record Branches(LockStore whenTrue, LockStore whenFalse) {}

  /** Goes through a condition. */
  Branches branch(ExpressionTree condition) {
    scan(condition, null);
    return branches(condition);
  }

  private Branches branches(ExpressionTree expression) {
    Condition condition = conditions.read(expression, store);
    return condition.subject().isEmpty() && condition.outcomes().isEither(store.state())
        ? new Branches(store, store)
        : new Branches(store.assume(condition, true), store.assume(condition, false));
  }

  /** Notes that {@code subject} has got the value of {@code expression}. */
  void know(Object subject, ExpressionTree expression) {
    store = store.assign(subject, conditions.read(expression, store).outcomes());
  }

  @Override
  public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
    if (tree == null) {
      return null;
    }
    boolean isValue = tree instanceof ExpressionTree;
    if (tree instanceof StatementTree && !(tree instanceof CaseTree)) {
      store = store.forgetExpressions();
    }
    if (!isValue) {
      note(tree);
    }
    if (!(tree instanceof ClassTree || tree instanceof LambdaExpressionTree)) {
      super.scan(tree, null); // those are bodies of their own
    }
    if (isValue) {
      note(tree);
      takeEffect(tree);
    }
    return null;
  }

  private void note(Tree tree) {
    work += store.size();
    if (work > MAX_WORK) {
      throw new LockAnalysisException("the body uses too many locks in too many ways");
    }
    states.merge(tree, store.state(), LockState::join);
  }

  private void takeEffect(Tree tree) {
    if (tree instanceof JCMethodInvocation call) {
      happen(tree, call.meth.type.getThrownTypes());
    } else if (tree instanceof JCNewClass creation) {
      happen(tree, creation.constructorType.getThrownTypes());
    } else if (tree instanceof AssignmentTree assignment) {
      assign(assignment.getVariable(), assignment.getExpression());
      raise(assignment);
    } else if (tree instanceof CompoundAssignmentTree assignment) {
      combine(assignment);
    } else if (tree instanceof UnaryTree step && isChange(step)) {
      forget(step.getExpression());
    } else if (tree instanceof BinaryTree test && operations.containsKey(test)) {
      ask(test, operations.get(test));
    } else if (mayFail(tree)) {
      fail();
    }
  }

  /** Something that is no call of the source may throw here. */
  void fail() {
    around.raise(unchecked, store);
  }

  /** A call: it throws, or it does what it does to its lock. */
  private void happen(Tree call, List<Type> declared) {
    LockOperation operation = operations.get(call);
    List<Type> thrown =
        declared.isEmpty() ? unchecked : Lists.newArrayList(Iterables.concat(declared, unchecked));
    if (operation == null) {
      around.raise(thrown, store);
      return;
    }
    seen.add(operation);
    LockStore before = store;
    store = after(operation);
    around.raise(thrown, operation.action() == Action.RELEASE_AND_REACQUIRE ? store : before);
  }

  private LockStore after(LockOperation operation) {
    return switch (operation.action()) {
      case ACQUIRE -> store.apply(state -> state.acquire(operation));
      case RELEASE -> store.apply(state -> state.release(operation));
      case RELEASE_AND_REACQUIRE -> store.apply(state -> state.reacquire(operation));
      case TRY_ACQUIRE ->
          store.apply(operation.call(), state -> state.acquire(operation), state -> state);
      case ACQUIRE_UNLESS ->
          store.apply(operation.call(), state -> state, state -> state.acquire(operation));
      case IS_HELD ->
          store.apply(
              operation.call(),
              state -> state.assumeHeld(operation),
              state -> state.assumeNotHeld(operation));
    };
  }

  private void assign(ExpressionTree target, ExpressionTree value) {
    VarSymbol variable = ConditionReader.localVariable(target);
    if (variable != null) {
      know(variable, value);
    }
  }

  /** A flag that stands for a lock goes up, or down. */
  private void raise(AssignmentTree assignment) {
    LockOperation operation = operations.get(assignment);
    if (operation != null) {
      seen.add(operation);
      store = after(operation);
    }
  }

  /** {@code owner == me} tells who holds a lock, as {@code isHeldByCurrentThread()} does. */
  private void ask(BinaryTree test, LockOperation operation) {
    boolean equal = test.getKind() == Kind.EQUAL_TO;
    store =
        store.apply(
            test,
            state -> equal ? state.assumeHeld(operation) : state.assumeNotHeld(operation),
            state -> equal ? state.assumeNotHeld(operation) : state.assumeHeld(operation));
  }

  /** {@code got &= lock.tryLock()}, or any other change of a variable. */
  private void combine(CompoundAssignmentTree assignment) {
    VarSymbol variable = ConditionReader.localVariable(assignment.getVariable());
    Kind kind = assignment.getKind();
    if (variable == null) {
      return;
    }
    if (kind != Kind.AND_ASSIGNMENT && kind != Kind.OR_ASSIGNMENT) {
      forget(assignment.getVariable());
      return;
    }
    Condition left = conditions.read(assignment.getVariable(), store);
    Condition right = conditions.read(assignment.getExpression(), store);
    store =
        store.assign(
            variable,
            ConditionReader.combined(
                kind == Kind.AND_ASSIGNMENT ? Kind.AND : Kind.OR, left, right));
  }

  private static boolean isChange(UnaryTree tree) {
    return switch (tree.getKind()) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
      default -> false;
    };
  }

  private void forget(ExpressionTree changed) {
    VarSymbol variable = ConditionReader.localVariable(changed);
    if (variable != null) {
      store = store.assign(variable, Outcomes.either(store.state()));
    }
  }

  /** Returns whether an expression may throw by itself: where there is null, no such index. */
  private static boolean mayFail(Tree tree) {
    return switch (tree.getKind()) {
      case ARRAY_ACCESS, TYPE_CAST, DIVIDE, REMAINDER -> true;
      case MEMBER_SELECT -> isOfAnotherObject((MemberSelectTree) tree);
      default -> false;
    };
  }

  private static boolean isOfAnotherObject(MemberSelectTree tree) {
    return ASTHelpers.getSymbol(tree) instanceof VarSymbol field
        && !field.isStatic()
        && !(tree.getExpression() instanceof IdentifierTree owner
            && owner.getName().contentEquals("this"));
  }

  @Override
  public @Nullable Void visitBinary(BinaryTree tree, @Nullable Void unused) {
    boolean isAnd = tree.getKind() == Kind.CONDITIONAL_AND;
    if (!isAnd && tree.getKind() != Kind.CONDITIONAL_OR) {
      return super.visitBinary(tree, null);
    }
    Branches left = branch(tree.getLeftOperand());
    store = isAnd ? left.whenTrue() : left.whenFalse();
    Branches right = branch(tree.getRightOperand());
    LockStore whenTrue = isAnd ? right.whenTrue() : left.whenTrue().join(right.whenTrue());
    LockStore whenFalse = isAnd ? left.whenFalse().join(right.whenFalse()) : right.whenFalse();
    store =
        whenTrue
            .assign(tree, Outcomes.always(true, whenTrue.state()))
            .join(whenFalse.assign(tree, Outcomes.always(false, whenFalse.state())));
    return null;
  }

  @Override
  public @Nullable Void visitConditionalExpression(
      ConditionalExpressionTree tree, @Nullable Void unused) {
    Branches condition = branch(tree.getCondition());
    store = condition.whenTrue();
    scan(tree.getTrueExpression(), null);
    know(tree, tree.getTrueExpression());
    LockStore afterTrue = store;
    store = condition.whenFalse();
    scan(tree.getFalseExpression(), null);
    know(tree, tree.getFalseExpression());
    store = store.join(afterTrue);
    return null;
  }
}
