package dev.interlock.analysis.verdict;

import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.callgraph.CompilationIndex;
import dev.interlock.analysis.callgraph.FieldOrigins;
import dev.interlock.analysis.compound.CompoundOperation;
import dev.interlock.analysis.compound.CompoundOperation.CheckThenAct;
import dev.interlock.analysis.compound.CompoundOperation.ReadModifyWrite;
import dev.interlock.analysis.sharing.FrameworkEntries;
import dev.interlock.analysis.sharing.LocationKind;
import java.util.Optional;
import javax.lang.model.element.ElementKind;

/**
 * The evidence of static collections that public methods change, and of static variables in which
 * objects count: all threads of the program share them, and nobody who calls such a method can know
 * that another one does.
 */
final class GlobalState implements Evidence {
  private final CompilationIndex index;
  private final FieldOrigins origins;
  private final OpenEntries entries;
  private final StatefulTypes types;

  GlobalState(CompilationIndex index, FieldOrigins origins, OpenEntries entries) {
    this.index = index;
    this.origins = origins;
    this.entries = entries;
    this.types = new StatefulTypes(index);
  }

  @Override
  public Optional<Finding> of(Trial trial) {
    boolean collection = trial.kind() == LocationKind.UNSAFE_CONTENT;
    if (!(collection || isCounter(trial) || isOfSingleton(trial))
        || !trial.operation().throughout().isEmpty()
        || trial.variable().filter(v -> v.isStatic() && !(collection && isOwnKind(v))).isEmpty()) {
      return Optional.empty();
    }
    return trial.contexts().stream()
        .filter(c -> c.location().isStatic())
        .filter(c -> c.location().selectors().size() == (collection ? 2 : 1))
        .filter(c -> c.locks().isEmpty() && entries.isOpen(c, trial.kind()))
        .filter(c -> c.top().method().filter(GlobalState::isForEveryone).isPresent())
        .filter(c -> !collection || !isLifeCycle(c.top()))
        .findFirst()
        .map(c -> trial.alone(trial.kindIn(c), Witness.GLOBAL, c));
  }

  private boolean isOfSingleton(Trial trial) {
    return trial.kind() == LocationKind.PLAIN && isSingleton(trial.operation());
  }

  /** Returns whether objects count in a variable that belongs to all of them. */
  private static boolean isCounter(Trial trial) {
    return trial.kind() == LocationKind.PLAIN
        && trial.operation() instanceof ReadModifyWrite
        && !trial.body().isStatic()
        && trial.variable().filter(v -> v.type.isNumeric()).isPresent();
  }

  /**
   * Returns whether an object with a state of its own is made for all when it is asked for first.
   */
  boolean isSingleton(CompoundOperation operation) {
    return operation instanceof CheckThenAct
        && operation.write().via().isEmpty()
        && operation.location().isStatic()
        && operation.write().access().written().paths().stream()
            .anyMatch(path -> path.selectors().isEmpty() && isStateful(path.root()));
  }

  private boolean isStateful(Root root) {
    return root instanceof Root.Fresh made
        && index.isDeclaredHere(made.allocation().type().tsym)
        && types.hasState(made.allocation().type());
  }

  /** What is called to start or stop something, one thread calls. */
  private static boolean isLifeCycle(Body body) {
    return body.method().filter(FrameworkEntries::isLifeCycle).isPresent();
  }

  /** A collection of the program's own sort may lock for itself. */
  private boolean isOwnKind(VarSymbol variable) {
    return index.isDeclaredHere(variable.type.tsym)
        || origins.assignments(variable).stream()
            .flatMap(write -> write.written().paths().stream())
            .map(AccessPath::root)
            .anyMatch(
                root ->
                    root instanceof Root.Fresh made
                        && index.isDeclaredHere(made.allocation().type().tsym));
  }

  /** Returns whether code anywhere may call a method. */
  private static boolean isForEveryone(MethodSymbol method) {
    for (Symbol symbol = method; symbol.getKind() != ElementKind.PACKAGE; symbol = symbol.owner) {
      if ((symbol.flags() & Flags.PUBLIC) == 0) {
        return false;
      }
    }
    return true;
  }
}
