package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import java.util.Optional;

/**
 * The uses of a collection that is an element of a guarded one: who takes the element out under the
 * lock and uses it without does not see that it has been given up, or changed, meanwhile.
 *
 * @param container the method, lambda or initialiser that the element is taken out in
 */
record ElementUses(SourceFile file, Tree container) {

  /**
   * Returns the look at the guarded collection with each use of the element that must not be made
   * without the lock.
   *
   * @param isDeep whether the elements are changed without any other protection, so that a mere
   *     look at one needs the lock as well
   */
  ImmutableList<ImmutableList<TreePath>> of(TreePath look, boolean isDeep) {
    Optional<TreePath> taken = Optional.of(look).filter(Escapes::isCallOn).map(ElementUses::call);
    if (taken.isEmpty()
        || isRemoval((MethodInvocationTree) taken.get().getLeaf())
        || !Ownership.isContainer(file, ASTHelpers.getType(taken.get().getLeaf()))) {
      return ImmutableList.of();
    }
    Refusal.unless(!isDeep || !isHandedOn(taken.get()), "an element is handed on");
    return taken.flatMap(ElementUses::keptIn).stream()
        .flatMap(local -> file.usesOf(local).stream())
        .filter(use -> file.start(use.getLeaf()) > file.start(look.getLeaf()))
        .filter(use -> isDeep ? isUse(use) : isChange(use))
        .filter(use -> SourceFile.containerOf(use).getLeaf() == container)
        .map(use -> ImmutableList.of(look, use))
        .collect(ImmutableList.toImmutableList());
  }

  /** What has been taken out for good is looked up by nobody else. */
  private static boolean isRemoval(MethodInvocationTree call) {
    String name = ASTHelpers.getSymbol(call).getSimpleName().toString();
    return name.startsWith("remove")
        || name.startsWith("poll")
        || name.equals("pop")
        || name.equals("getAndSet");
  }

  private static TreePath call(TreePath use) {
    return use.getParentPath().getParentPath();
  }

  /** Returns the local variable that an element is put into. */
  private static Optional<VarSymbol> keptIn(TreePath element) {
    Tree parent = Expressions.parentOf(element).getLeaf();
    Tree target =
        parent instanceof AssignmentTree write && write.getVariable() != element.getLeaf()
            ? write.getVariable()
            : parent;
    return (target == parent && !(parent instanceof VariableTree))
            || !(ASTHelpers.getSymbol(target) instanceof VarSymbol local)
            || local.getKind().isField()
        ? Optional.empty()
        : Optional.of(local);
  }

  private boolean isHandedOn(TreePath element) {
    return isReturned(element)
        || keptIn(element).stream()
            .flatMap(local -> file.usesOf(local).stream())
            .anyMatch(ElementUses::isReturned);
  }

  private static boolean isReturned(TreePath element) {
    return Expressions.parentOf(element).getLeaf() instanceof ReturnTree;
  }

  private static boolean isUse(TreePath element) {
    Tree parent = Expressions.parentOf(element).getLeaf();
    return Escapes.isCallOn(element)
        || parent instanceof EnhancedForLoopTree
        || Escapes.isCopy(parent);
  }

  private static boolean isChange(TreePath element) {
    return Escapes.isCallOn(element) && !Escapes.isLook(element);
  }
}
