package dev.interlock.fixes;

import com.google.common.collect.ImmutableSet;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import java.util.List;
import java.util.function.Predicate;

/**
 * Fields that a patch would put under its lock in some places only. To a reader, and to the
 * analysis, the lock would seem to guard them; so it must, or must be kept away from them.
 */
final class Bystanders {
  private final SourceFile file;
  private final HeldGuards held;

  Bystanders(SourceFile file, HeldGuards held) {
    this.file = file;
    this.held = held;
  }

  /** Returns the fields that are used under the lock here and changed without it elsewhere. */
  ImmutableSet<VarSymbol> of(Guard guard, Predicate<Tree> isCovered) {
    return file.fields().stream()
        .filter(field -> (field.flags() & (Flags.FINAL | Flags.VOLATILE)) == 0)
        .filter(field -> isUsed(field, isCovered) && isChangedOutside(field, guard, isCovered))
        .collect(ImmutableSet.toImmutableSet());
  }

  private boolean isUsed(VarSymbol field, Predicate<Tree> isCovered) {
    return file.usesOf(field).stream().anyMatch(use -> isCovered.test(use.getLeaf()));
  }

  private boolean isChangedOutside(VarSymbol field, Guard guard, Predicate<Tree> isCovered) {
    List<TreePath> changes =
        file.usesOf(field).stream()
            .filter(use -> !Escapes.isLook(use) && !Steadiness.isInitialization(use))
            .toList();
    return changes.stream()
        .anyMatch(
            use -> !isCovered.test(use.getLeaf()) && held.at(use).filter(guard::equals).isEmpty());
  }
}
