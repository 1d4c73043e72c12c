package dev.interlock.fixes;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Type;
import dev.interlock.util.Backports;

/** Whether a lock around the uses of a variable covers the state behind it. */
final class Escapes {
  private static final ImmutableSet<String> LOOKS =
      ImmutableSet.of(
          "contains",
          "containsKey",
          "containsValue",
          "entrySet",
          "forEach",
          "get",
          "getOrDefault",
          "isEmpty",
          "iterator",
          "keySet",
          "length",
          "peek",
          "peekFirst",
          "peekLast",
          "size",
          "stream",
          "sum",
          "toArray",
          "toString",
          "values");

  private static final ImmutableSet<String> VIEWS =
      ImmutableSet.of(
          "descendingIterator",
          "descendingMap",
          "entrySet",
          "headMap",
          "iterator",
          "keySet",
          "listIterator",
          "parallelStream",
          "spliterator",
          "stream",
          "subList",
          "subMap",
          "tailMap",
          "values");

  private static final ImmutableSet<String> COPIES =
      ImmutableSet.of(
          "copyOf", "valueOf", "join", "addAll", "putAll", "println", "print", "append");

  private Escapes() {}

  /** Returns whether a use keeps the state behind the variable from code that knows no lock. */
  static boolean isKept(TreePath use) {
    TreePath parent = Expressions.parentOf(use);
    Tree tree = parent.getLeaf();
    return isCallOn(use)
        ? !isEscapingView(parent.getParentPath())
        : tree instanceof ArrayAccessTree
            || tree instanceof MemberSelectTree
            || tree instanceof EnhancedForLoopTree
            || tree instanceof com.sun.source.tree.BinaryTree
            || (tree instanceof AssignmentTree write && write.getVariable() == use.getLeaf())
            || isCopy(tree);
  }

  /** Refuses a use that lets a view of a container, such as an iterator, out of its statement. */
  static void checkView(TreePath use) {
    Refusal.unless(
        !isCallOn(use) || !isEscapingView(Expressions.parentOf(use).getParentPath()),
        "a view is handed on");
  }

  /** Returns whether methods of this name only look, where containers have such. */
  static boolean isNameOfLook(String method) {
    return LOOKS.contains(method);
  }

  /** Returns whether the use only looks, as far as names tell. */
  static boolean isLook(TreePath use) {
    TreePath parent = Expressions.parentOf(use);
    Tree tree = parent.getLeaf();
    if (isCallOn(use)) {
      return LOOKS.contains(((MemberSelectTree) tree).getIdentifier().toString())
          && !isLoad((MethodInvocationTree) parent.getParentPath().getLeaf());
    }
    if (tree instanceof ArrayAccessTree element && element.getExpression() == use.getLeaf()) {
      return isLook(parent);
    }
    return !(tree instanceof CompoundAssignmentTree update && update.getVariable() == use.getLeaf())
        && !(tree instanceof AssignmentTree write && write.getVariable() == use.getLeaf())
        && !(tree instanceof UnaryTree step && Expressions.isMutation(step));
  }

  /** A cache that is given a function with the key puts in what it lacks. */
  private static boolean isLoad(MethodInvocationTree call) {
    return call.getArguments().size() == 2
        && ASTHelpers.getSymbol(call).getSimpleName().contentEquals("get");
  }

  /** Returns whether the use is the object that a method is called on. */
  static boolean isCallOn(TreePath use) {
    return use.getParentPath().getLeaf() instanceof MemberSelectTree select
        && select.getExpression() == use.getLeaf()
        && use.getParentPath().getParentPath().getLeaf() instanceof MethodInvocationTree call
        && call.getMethodSelect() == select;
  }

  /**
   * Returns whether the result of a call still leads to the container, and leaves the statement.
   */
  private static boolean isEscapingView(TreePath call) {
    MethodInvocationTree invocation = (MethodInvocationTree) call.getLeaf();
    String name = ((MemberSelectTree) invocation.getMethodSelect()).getIdentifier().toString();
    if (!VIEWS.contains(name)) {
      return false;
    }
    TreePath parent = Expressions.parentOf(call);
    if (isCallOn(call)) {
      TreePath outer = parent.getParentPath();
      return isEscapingChain(outer);
    }
    return !(parent.getLeaf() instanceof EnhancedForLoopTree || isCopy(parent.getLeaf()));
  }

  private static boolean isEscapingChain(TreePath call) {
    if (isCallOn(call)) {
      return isEscapingChain(Expressions.parentOf(call).getParentPath());
    }
    return isStream(call);
  }

  private static boolean isStream(TreePath call) {
    Type type = ASTHelpers.getType(call.getLeaf());
    String name = type == null ? "" : type.tsym.getQualifiedName().toString();
    return name.startsWith("java.util.stream.")
        || name.equals("java.util.Iterator")
        || name.equals("java.util.Spliterator");
  }

  /** Returns whether {@code tree} copies what it is given, or prints it. */
  static boolean isCopy(Tree tree) {
    if (tree instanceof NewClassTree made) {
      return packageOf(ASTHelpers.getSymbol(made)).equals("java.util");
    }
    return tree instanceof MethodInvocationTree call
        && COPIES.contains(ASTHelpers.getSymbol(call).getSimpleName().toString())
        && packageOf(ASTHelpers.getSymbol(call)).startsWith("java.");
  }

  private static String packageOf(Symbol symbol) {
    return Backports.enclosingPackage(symbol).getQualifiedName().toString();
  }
}
