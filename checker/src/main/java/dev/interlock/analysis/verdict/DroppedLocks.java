package dev.interlock.analysis.verdict;

import com.google.errorprone.util.ASTHelpers;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.callgraph.CompilationIndex;
import dev.interlock.analysis.compound.CompoundOperation;
import dev.interlock.analysis.sharing.Context;
import dev.interlock.analysis.sharing.LocationKind;
import java.util.Optional;

/**
 * The evidence of methods that override a {@code synchronized} one and are not so themselves, which
 * nobody inherits (JLS 8.4.3.6): the superclass is made for several threads, who now meet in what
 * the override changes.
 */
final class DroppedLocks implements Evidence {
  private final CompilationIndex index;
  private final OpenEntries entries;

  DroppedLocks(CompilationIndex index, OpenEntries entries) {
    this.index = index;
    this.entries = entries;
  }

  @Override
  public Optional<Finding> of(Trial trial) {
    if (!(trial.kind() == LocationKind.PLAIN || trial.kind() == LocationKind.UNSAFE_CONTENT)
        || !isOwn(trial.operation().location(), trial.kind())
        || !concern(trial.operation())) {
      return Optional.empty();
    }
    return trial.contexts().stream()
        .filter(c -> isOpen(c, trial))
        .findFirst()
        .map(c -> trial.alone(trial.kindIn(c), Witness.OVERRIDE, c));
  }

  /** Returns whether an operation is part of an override without the lock of what it overrides. */
  boolean concern(CompoundOperation operation) {
    return operation.body().method().filter(this::dropsLock).isPresent();
  }

  private boolean isOpen(Context context, Trial trial) {
    return context.locks().isEmpty() && entries.isOpen(context, trial.kind());
  }

  /** Returns whether a location is a variable of the object, or what one of them holds. */
  private static boolean isOwn(AccessPath location, LocationKind kind) {
    AccessPath variable = kind == LocationKind.UNSAFE_CONTENT ? location.owner() : location;
    return variable.owner().equals(AccessPath.THIS)
        && variable.last().orElse(null) instanceof Selector.Field;
  }

  /** Libraries synchronize their streams out of habit; in the program at hand it is meant. */
  private boolean dropsLock(MethodSymbol method) {
    return (method.flags() & (Flags.SYNCHRONIZED | Flags.STATIC)) == 0
        && ASTHelpers.findSuperMethods(method, index.types()).stream()
            .filter(overridden -> index.isDeclaredHere(overridden.enclClass()))
            .anyMatch(overridden -> (overridden.flags() & Flags.SYNCHRONIZED) != 0);
  }
}
