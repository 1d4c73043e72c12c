package dev.interlock.analysis.verdict;

import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.TypeSymbol;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.callgraph.CompilationIndex;
import dev.interlock.analysis.callgraph.FieldOrigins;
import dev.interlock.analysis.compound.CompoundFinder;
import dev.interlock.analysis.compound.CompoundOperation;
import dev.interlock.analysis.compound.CompoundOperation.ReadModifyWrite;
import dev.interlock.analysis.compound.Effect;
import dev.interlock.analysis.compound.EffectSummary;
import dev.interlock.library.Trait;
import dev.interlock.library.TypeFlag;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Changes made by the iterators of synchronized containers, which lock for each operation of their
 * own, and leave it to their users to do so for an iteration ({@link
 * java.util.Collections#synchronizedList}).
 */
final class UnlockedIterations {
  private final CompilationIndex index;
  private final FieldOrigins origins;

  UnlockedIterations(CompilationIndex index, FieldOrigins origins) {
    this.index = index;
    this.origins = origins;
  }

  /** Returns the changes that iterators make which {@code body} has asked for. */
  List<CompoundOperation> changesOf(Body body, EffectSummary summary) {
    return summary.effects().stream()
        .filter(effect -> effect.access().isWrite() && effect.via().isEmpty())
        .filter(effect -> effect.access().method().filter(this::isOfIterator).isPresent())
        .filter(this::isOfSynchronized)
        .flatMap(change -> iteration(change, summary).map(of -> update(body, of, change)).stream())
        .toList();
  }

  private boolean isOfIterator(MethodSymbol method) {
    return isIterator(method.enclClass());
  }

  private boolean isIterator(TypeSymbol type) {
    return index.library().flags(type, index.types()).contains(TypeFlag.SERIAL_USE);
  }

  private boolean isOfSynchronized(Effect change) {
    return origins.mayHave(Trait.SYNCHRONIZED, change.location().owner());
  }

  /** Returns the call that made the iterator. */
  private Optional<Effect> iteration(Effect change, EffectSummary summary) {
    return summary.effects().stream()
        .filter(effect -> effect.via().isEmpty() && effect.at().order() < change.at().order())
        .filter(effect -> effect.location().equals(change.location()))
        .filter(
            effect ->
                effect
                    .access()
                    .method()
                    .filter(method -> isIterator(method.getReturnType().tsym))
                    .isPresent())
        .max(Comparator.comparingInt(effect -> effect.at().order()));
  }

  private static CompoundOperation update(Body body, Effect iteration, Effect change) {
    return new ReadModifyWrite(
        body, iteration, change, CompoundFinder.throughout(iteration, change));
  }
}
