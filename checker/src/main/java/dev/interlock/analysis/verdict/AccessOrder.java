package dev.interlock.analysis.verdict;

import com.sun.tools.javac.code.Symbol.ClassSymbol;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.YieldedTraits;
import dev.interlock.analysis.callgraph.CompilationIndex;
import dev.interlock.analysis.callgraph.FieldOrigins;
import dev.interlock.analysis.compound.CompoundOperation;
import dev.interlock.analysis.compound.CompoundOperation.Mutation;
import dev.interlock.analysis.compound.Effect;
import dev.interlock.analysis.compound.EffectSummary;
import dev.interlock.library.MethodEffect.Reorders;
import dev.interlock.library.Trait;
import java.util.List;

/**
 * Looks that change what they look at: a map which keeps its entries in the order of access links
 * each one anew that is asked for ({@link java.util.LinkedHashMap}).
 */
final class AccessOrder {
  private final CompilationIndex index;
  private final FieldOrigins origins;

  AccessOrder(CompilationIndex index, FieldOrigins origins) {
    this.index = index;
    this.origins = origins;
  }

  /** Returns the looks of {@code body} itself that move an entry of a map in a field. */
  List<CompoundOperation> movesOf(Body body, EffectSummary summary) {
    return summary.effects().stream()
        .filter(effect -> effect.access().isRead() && effect.via().isEmpty())
        .filter(effect -> mayReorder(effect) && isInOrderOfAccess(effect))
        .<CompoundOperation>map(look -> new Mutation(body, look, look.locks()))
        .toList();
  }

  private static boolean mayReorder(Effect effect) {
    return effect
        .access()
        .through()
        .flatMap(call -> call.model())
        .flatMap(model -> model.effect(Reorders.class))
        .isPresent();
  }

  private boolean isInOrderOfAccess(Effect effect) {
    AccessPath map = effect.location().owner();
    return origins.mayHave(Trait.ACCESS_ORDERED, map)
        || map.variable().filter(variable -> variable.getKind().isField()).stream()
            .flatMap(field -> origins.assignments(field).stream())
            .flatMap(write -> write.written().paths().stream())
            .anyMatch(this::extendsOrdered);
  }

  /** Returns whether an object is of a class that is such a map by what its constructor says. */
  private boolean extendsOrdered(AccessPath map) {
    return map.root() instanceof Root.Fresh made
        && made.allocation().type().tsym instanceof ClassSymbol type
        && index.bodiesOf(type).stream()
            .filter(body -> body.kind() == Body.Kind.CONSTRUCTOR)
            .flatMap(body -> body.calls().stream())
            .anyMatch(call -> YieldedTraits.ofSuper(call, Trait.ACCESS_ORDERED));
  }
}
