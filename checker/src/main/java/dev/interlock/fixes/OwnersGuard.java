package dev.interlock.fixes;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import java.util.Optional;

/**
 * Which lock of its owner is held where a field is used.
 *
 * @param owner the class that the field is a member of
 */
record OwnersGuard(SourceFile file, HeldGuards held, ClassSymbol owner) {

  /**
   * Returns the lock as code of the owner names it: {@code synchronized (account)} is held for
   * {@code account.balance} as {@code this} is for {@code balance}. The monitor of another class at
   * hand is not the owner's.
   */
  Optional<Guard> at(TreePath use) {
    return held.at(use).map(guard -> new Guard(inOwner(guard.name(), use), guard.how()));
  }

  private String inOwner(String name, TreePath use) {
    ExpressionTree holder = LockName.qualifier(use.getLeaf());
    if (holder != null) {
      String of = file.text(holder);
      if (name.equals(of)) {
        return "this";
      }
      if (name.startsWith(of + ".")) {
        return name.substring(of.length() + 1);
      }
    }
    if (name.equals("this")) {
      return isCodeOfOwner(use) ? "this" : "another this";
    }
    boolean isOuter = holder == null && LockName.outer(use, owner, file.types()).equals(name);
    return isOuter ? "this" : name;
  }

  private boolean isCodeOfOwner(TreePath use) {
    ClassSymbol user = LockName.enclosingClass(use);
    return user != null && user.isSubClass(owner, file.types());
  }
}
