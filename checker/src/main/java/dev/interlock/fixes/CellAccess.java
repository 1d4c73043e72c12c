package dev.interlock.fixes;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import org.jspecify.annotations.Nullable;

/**
 * One use of a variable that is, or becomes, atomic.
 *
 * @param kind what the use does
 * @param path the whole expression: the variable, the assignment to it, the call on it
 * @param place the expression that names the variable, an index left out
 * @param value the expression that names the value, an index included
 * @param index the index into an array, or the object that an updater is given, as written
 * @param operand what is assigned or combined, if anything
 */
record CellAccess(
    Kind kind,
    TreePath path,
    ExpressionTree place,
    ExpressionTree value,
    @Nullable ExpressionTree index,
    @Nullable ExpressionTree operand) {

  /** What a use does to the variable. */
  enum Kind {
    READ,
    /** A plain assignment, or {@code set}. */
    ASSIGN,
    /** {@code op=} */
    COMPOUND,
    /** {@code ++} or {@code --} */
    STEP,
    /** A call that updates an atomic variable in one step already. */
    ATOMIC,
    /** The number of elements of an array. */
    LENGTH
  }

  /** How the source code holds the value. */
  enum Shape {
    /** A plain variable, to become an atomic one. */
    VARIABLE,
    /** Elements of an array, to become an atomic array. */
    ARRAY,
    /** The only element of an array, to become an atomic variable. */
    HOLDER,
    /** An atomic variable as it is. */
    ATOMIC
  }

  Tree tree() {
    return path.getLeaf();
  }

  ExpressionTree operandOrFail() {
    Refusal.unless(operand != null, "no operand");
    return java.util.Objects.requireNonNull(operand);
  }

  /** Returns whether nobody looks at the value of the expression. */
  boolean isStatement(com.sun.tools.javac.code.Types types) {
    TreePath parent = path.getParentPath();
    if (parent.getLeaf() instanceof ExpressionStatementTree) {
      return true;
    }
    return parent.getLeaf() instanceof LambdaExpressionTree lambda
        && isVoid(types.findDescriptorType(ASTHelpers.getType(lambda)).getReturnType());
  }

  private static boolean isVoid(@Nullable Type type) {
    return type != null && type.getTag() == TypeTag.VOID;
  }

  boolean isIncrement() {
    return tree().getKind() == Tree.Kind.PREFIX_INCREMENT
        || tree().getKind() == Tree.Kind.POSTFIX_INCREMENT;
  }

  boolean isPostfix() {
    return tree().getKind() == Tree.Kind.POSTFIX_INCREMENT
        || tree().getKind() == Tree.Kind.POSTFIX_DECREMENT;
  }

  /** Reads one use of a variable; refuses one that has no atomic counterpart. */
  static CellAccess of(TreePath use, Shape shape) {
    return switch (shape) {
      case VARIABLE -> ofValue(use, (ExpressionTree) use.getLeaf(), use, null);
      case ARRAY, HOLDER -> ofArray(use, shape);
      case ATOMIC -> ofAtomic(use);
    };
  }

  private static CellAccess ofArray(TreePath use, Shape shape) {
    ExpressionTree place = (ExpressionTree) use.getLeaf();
    TreePath parent = use.getParentPath();
    if (shape == Shape.ARRAY
        && parent.getLeaf() instanceof MemberSelectTree select
        && select.getIdentifier().contentEquals("length")) {
      return new CellAccess(Kind.LENGTH, parent, place, select, null, null);
    }
    Refusal.unless(
        parent.getLeaf() instanceof ArrayAccessTree element && element.getExpression() == place,
        "the array is used as a whole");
    ArrayAccessTree element = (ArrayAccessTree) parent.getLeaf();
    if (shape == Shape.HOLDER) {
      Refusal.unless(
          element.getIndex() instanceof LiteralTree index
              && Integer.valueOf(0).equals(index.getValue()),
          "the array has more than one element");
      return ofValue(parent, place, parent, null);
    }
    return ofValue(parent, place, parent, element.getIndex());
  }

  private static CellAccess ofValue(
      TreePath path, ExpressionTree place, TreePath value, @Nullable ExpressionTree index) {
    ExpressionTree named = (ExpressionTree) value.getLeaf();
    Tree parent = path.getParentPath().getLeaf();
    Tree above = Expressions.parentOf(path).getLeaf();
    if (above instanceof UnaryTree unary && Expressions.isMutation(unary)) {
      Refusal.unless(parent == unary, "parentheses around the variable");
      return new CellAccess(Kind.STEP, path.getParentPath(), place, named, index, null);
    }
    if (parent instanceof CompoundAssignmentTree update && update.getVariable() == named) {
      return new CellAccess(
          Kind.COMPOUND, path.getParentPath(), place, named, index, update.getExpression());
    }
    if (parent instanceof AssignmentTree write && write.getVariable() == named) {
      return new CellAccess(
          Kind.ASSIGN, path.getParentPath(), place, named, index, write.getExpression());
    }
    Refusal.unless(!isWrittenInParentheses(path), "parentheses around the variable");
    Refusal.unless(!(above instanceof SynchronizedTree), "the variable serves as a lock");
    return new CellAccess(Kind.READ, path, place, named, index, null);
  }

  private static boolean isWrittenInParentheses(TreePath path) {
    TreePath at = path;
    while (at.getParentPath().getLeaf() instanceof ParenthesizedTree) {
      at = at.getParentPath();
    }
    Tree above = at.getParentPath().getLeaf();
    return at != path
        && ((above instanceof AssignmentTree write && write.getVariable() == at.getLeaf())
            || (above instanceof CompoundAssignmentTree update
                && update.getVariable() == at.getLeaf()));
  }

  private static CellAccess ofAtomic(TreePath use) {
    ExpressionTree place = (ExpressionTree) use.getLeaf();
    Refusal.unless(
        use.getParentPath().getLeaf() instanceof MemberSelectTree select
            && select.getExpression() == place
            && use.getParentPath().getParentPath().getLeaf() instanceof MethodInvocationTree,
        "the atomic variable is handed on");
    TreePath path = use.getParentPath().getParentPath();
    MethodInvocationTree call = (MethodInvocationTree) path.getLeaf();
    String name = ((MemberSelectTree) call.getMethodSelect()).getIdentifier().toString();
    boolean isKeyed = CellType.isKeyed(ASTHelpers.getType(place));
    ExpressionTree key =
        isKeyed && !call.getArguments().isEmpty() ? call.getArguments().get(0) : null;
    return switch (name) {
      case "get", "getPlain", "getAcquire", "getOpaque", "intValue", "longValue" ->
          new CellAccess(Kind.READ, path, place, call, key, null);
      case "set", "lazySet", "setRelease", "setPlain", "setOpaque" ->
          new CellAccess(
              Kind.ASSIGN, path, place, call, key, call.getArguments().get(isKeyed ? 1 : 0));
      default -> new CellAccess(Kind.ATOMIC, path, place, call, key, null);
    };
  }

  /** Returns whether the variable stands in the head of a loop, which reads it again and again. */
  boolean isInLoopHead() {
    for (TreePath at = path; at.getParentPath() != null; at = at.getParentPath()) {
      Tree parent = at.getParentPath().getLeaf();
      Tree leaf = at.getLeaf();
      if ((parent instanceof ForLoopTree loop && loop.getCondition() == leaf)
          || (parent instanceof com.sun.source.tree.WhileLoopTree whileLoop
              && whileLoop.getCondition() == leaf)
          || (parent instanceof com.sun.source.tree.DoWhileLoopTree doLoop
              && doLoop.getCondition() == leaf)) {
        return true;
      }
      if (parent instanceof com.sun.source.tree.StatementTree
          && !(parent instanceof EnhancedForLoopTree)) {
        return false;
      }
    }
    return false;
  }
}
