package dev.interlock.analysis.verdict;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.callgraph.CompilationIndex;
import dev.interlock.analysis.compound.CompoundOperation.CheckThenAct;
import dev.interlock.analysis.compound.Effect;
import dev.interlock.analysis.sharing.Context;
import dev.interlock.analysis.sharing.LocationKind;
import dev.interlock.analysis.sharing.Parallelism;
import dev.interlock.library.TypeFlag;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Double-checked locking of a variable that is not volatile: who looks without the lock may see the
 * reference before what it refers to is written (Manson, Pugh and Adve, The Java Memory Model,
 * 2005).
 */
final class UnsafePublication implements Evidence {
  private static final ImmutableSet<TypeFlag> SAFE =
      ImmutableSet.of(TypeFlag.IMMUTABLE, TypeFlag.THREAD_SAFE, TypeFlag.ATOMIC_VARIABLE);

  private final CompilationIndex index;
  private final Parallelism parallelism;
  private final OpenEntries entries;

  UnsafePublication(CompilationIndex index, Parallelism parallelism, OpenEntries entries) {
    this.index = index;
    this.parallelism = parallelism;
    this.entries = entries;
  }

  @Override
  public Optional<Finding> of(Trial trial) {
    if (!(trial.operation() instanceof CheckThenAct)
        || trial.operation().throughout().isEmpty()
        || trial.kind() != LocationKind.PLAIN
        || !(trial.operation().location().last().orElse(null) instanceof Selector.Field field)
        || !isMutable(field.symbol())) {
      return Optional.empty();
    }
    return outerCheck(trial.write())
        .flatMap(
            check ->
                trial.contexts().stream()
                    .filter(c -> parallelism.overlapsItself(c) || isOpen(c, trial))
                    .findFirst()
                    .map(c -> finding(trial, check, c)));
  }

  private boolean isOpen(Context context, Trial trial) {
    return entries.isOpen(context, trial.kind());
  }

  /** Returns the look at the variable that is made without any lock. */
  private static Optional<Effect> outerCheck(Effect write) {
    return write.control().reads().stream()
        .filter(read -> read.via().isEmpty() && read.locks().isEmpty())
        .filter(read -> read.location().equals(write.location()))
        .findFirst();
  }

  private Finding finding(Trial trial, Effect check, Context context) {
    return new Finding(
        FindingKind.NON_ATOMIC_CHECK_THEN_ACT,
        trial.write().at().tree(),
        trial.body(),
        Optional.of(check),
        trial.write(),
        trial.kind(),
        parallelism.overlapsItself(context) ? Witness.REACH : Witness.LOCKING,
        context,
        Optional.empty(),
        Optional.empty(),
        ImmutableSet.of());
  }

  /** Returns whether the object has state that is not safe to see without synchronization. */
  private boolean isMutable(VarSymbol variable) {
    Type type = variable.type;
    if (type.isPrimitive()
        || !(type.tsym instanceof ClassSymbol held)
        || (held.flags() & (Flags.ENUM | Flags.RECORD)) != 0) {
      return false;
    }
    Set<TypeFlag> flags = index.library().flags(held, index.types());
    if (!Sets.intersection(flags, SAFE).isEmpty()) {
      return false;
    }
    return !index.isDeclaredHere(held)
        || Stream.concat(Stream.of(held), index.subclassesOf(held).stream())
            .anyMatch(this::hasMutableFields);
  }

  private boolean hasMutableFields(ClassSymbol type) {
    return index.types().closure(type.type).stream()
        .filter(supertype -> index.isDeclaredHere(supertype.tsym))
        .flatMap(supertype -> fields(supertype.tsym))
        .anyMatch(field -> (field.flags() & (Flags.FINAL | Flags.STATIC)) == 0);
  }

  private static Stream<Symbol> fields(Symbol type) {
    Stream.Builder<Symbol> fields = Stream.builder();
    for (Symbol member : type.members().getSymbols()) {
      if (member instanceof VarSymbol) {
        fields.add(member);
      }
    }
    return fields.build();
  }
}
