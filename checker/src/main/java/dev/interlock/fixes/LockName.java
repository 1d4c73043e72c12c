package dev.interlock.fixes;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Types;
import dev.interlock.util.Backports;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import org.jspecify.annotations.Nullable;

/**
 * How a lock is named where it is to be taken.
 *
 * @param owner the class that the guarded variables are members of
 * @param isStatic whether they, and so the lock, are static
 */
record LockName(SourceFile file, ClassSymbol owner, boolean isStatic, Guard guard) {

  /** Returns how one names the lock of the objects that are used at {@code uses}. */
  String at(List<TreePath> uses) {
    for (TreePath use : uses) {
      ClassSymbol user = enclosingClass(use);
      Refusal.unless(user != null && mayName(user), "the lock is out of reach");
    }
    if (isStatic) {
      boolean inside = uses.stream().allMatch(this::isInOwner) || guard.name().endsWith(".class");
      return inside ? guard.name() : owner.getSimpleName() + "." + guard.name();
    }
    String holder = holder(uses);
    if (!guard.name().equals("this")) {
      return holder.isEmpty() ? guard.name() : holder + "." + guard.name();
    }
    if (!holder.isEmpty()) {
      return holder;
    }
    if (uses.stream().allMatch(this::isDirectlyInOwner)) {
      return "this";
    }
    String outer = outer(uses.get(0), owner, file.types());
    Refusal.unless(!outer.isEmpty(), "the lock is out of reach");
    return outer;
  }

  /**
   * Returns how code of an inner class names the object at hand that is an {@code owner}; empty if
   * there is none that has a name.
   */
  static String outer(TreePath use, ClassSymbol owner, Types types) {
    for (TreePath at = use; at != null; at = at.getParentPath()) {
      if (at.getLeaf() instanceof ClassTree type
          && ASTHelpers.getSymbol(type).isSubClass(owner, types)) {
        String name = type.getSimpleName().toString();
        return name.isEmpty() ? "" : name + ".this";
      }
    }
    return "";
  }

  /** Any object that code has names its monitor; a lock in a field is known where the field is. */
  private boolean mayName(ClassSymbol user) {
    if (user.outermostClass() == owner.outermostClass() || guard.name().equals("this")) {
      return true;
    }
    boolean isNear = Backports.enclosingPackage(user) == Backports.enclosingPackage(owner);
    Optional<VarSymbol> lock = SteadyMonitor.fieldNamed(owner, guard.name());
    if (lock.isEmpty()) {
      return guard.name().endsWith(".class")
          && isNear
          && owner.owner.getKind() == ElementKind.PACKAGE;
    }
    boolean isKnown = isNear || (lock.get().flags() & Flags.PUBLIC) != 0;
    boolean isInherited =
        (lock.get().flags() & Flags.PROTECTED) != 0 && user.isSubClass(owner, file.types());
    return !lock.get().isPrivate() && (isKnown || isInherited);
  }

  /** Returns the object that has the lock; empty for the one at hand. */
  private String holder(List<TreePath> uses) {
    Set<String> holders = new LinkedHashSet<>();
    for (TreePath use : uses) {
      ExpressionTree qualifier = qualifier(use.getLeaf());
      if (qualifier == null || file.text(qualifier).equals("this")) {
        Refusal.unless(isInOwner(use), "the lock is out of reach");
        holders.add("");
      } else {
        Refusal.unless(isStable(qualifier), "the object that has the lock may change");
        Refusal.unless(
            file.types().isSubtype(ASTHelpers.getType(qualifier), owner.type),
            "the lock is out of reach");
        holders.add(file.text(qualifier));
      }
    }
    Refusal.unless(holders.size() <= 1, "several objects in one section");
    return holders.isEmpty() ? "" : holders.iterator().next();
  }

  /** Returns the object whose member a name or a call uses. */
  static @Nullable ExpressionTree qualifier(Tree use) {
    Tree name = use instanceof MethodInvocationTree call ? call.getMethodSelect() : use;
    return name instanceof MemberSelectTree select ? select.getExpression() : null;
  }

  /** Returns the class whose code {@code path} is. */
  static @Nullable ClassSymbol enclosingClass(TreePath path) {
    ClassTree tree = ASTHelpers.findEnclosingNode(path, ClassTree.class);
    return tree == null ? null : ASTHelpers.getSymbol(tree);
  }

  private boolean isInOwner(TreePath use) {
    for (TreePath at = use; at != null; at = at.getParentPath()) {
      if (at.getLeaf() instanceof ClassTree type
          && ASTHelpers.getSymbol(type).isSubClass(owner, file.types())) {
        return true;
      }
    }
    return false;
  }

  private boolean isDirectlyInOwner(TreePath use) {
    ClassSymbol user = enclosingClass(use);
    return user != null && user.isSubClass(owner, file.types());
  }

  private static boolean isStable(ExpressionTree tree) {
    return Expressions.isPure(
        tree,
        t ->
            t instanceof ArrayAccessTree element
                && Expressions.isPure(element.getExpression(), x -> false)
                && Expressions.isPure(element.getIndex(), x -> false));
  }
}
