package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.api.JavacTrees;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.ConcurrencyAnalysis;
import java.util.Optional;

/** What the other files of a compilation do with a field that a patch of one file is about. */
final class Elsewhere {
  private Elsewhere() {}

  /** Returns the file that declares a field; refuses one that is not compiled along. */
  static SourceFile homeOf(SourceFile file, VarSymbol field) {
    if (file.declarationOf(field).isPresent()) {
      return file;
    }
    TreePath owner = JavacTrees.instance(file.state().context).getPath(field.enclClass());
    return Optional.ofNullable(owner)
        .flatMap(path -> file.other(path.getCompilationUnit()))
        .filter(home -> home.declarationOf(field).isPresent())
        .orElseThrow(() -> new Refusal("declared in another file"));
  }

  /**
   * Refuses a field that other files change without the lock: no patch of this file would make
   * their changes safe. What they look at without it is no worse off than before.
   */
  static void checkHolds(SourceFile file, Subject subject, Guard guard) {
    VarSymbol field = subject.variable();
    for (SourceFile other : users(file, field)) {
      OwnersGuard held = new OwnersGuard(other, new HeldGuards(other), field.enclClass());
      for (TreePath use : other.usesOf(field)) {
        Refusal.unless(
            !subject.isStateBehind() || Escapes.isKept(use) || isInitialization(other, use, field),
            "code elsewhere hands the variable on");
        Refusal.unless(
            held.at(use).map(guard::equals).orElse(Escapes.isLook(use))
                || isInitialization(other, use, field),
            "code elsewhere uses the field without the lock");
      }
    }
  }

  private static boolean isInitialization(SourceFile other, TreePath use, VarSymbol field) {
    ClassSymbol user = LockName.enclosingClass(use);
    return Steadiness.isInitialization(use)
        && user != null
        && user.isSubClass(field.enclClass(), other.types())
        && LockName.qualifier(use.getLeaf()) == null;
  }

  private static ImmutableList<SourceFile> users(SourceFile file, VarSymbol field) {
    ConcurrencyAnalysis analysis =
        ConcurrencyAnalysis.existing(file.state().context)
            .orElseThrow(() -> new Refusal("nothing tells who uses the field"));
    ImmutableList.Builder<SourceFile> users = ImmutableList.builder();
    for (CompilationUnitTree unit : analysis.usersOutside(field, file.unit())) {
      users.add(
          file.other(unit).orElseThrow(() -> new Refusal("a user of the field cannot be read")));
    }
    return users.build();
  }
}
