package dev.interlock.analysis.verdict;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.callgraph.CompilationIndex;
import dev.interlock.analysis.compound.Effect;
import dev.interlock.analysis.compound.EffectSummaries;
import dev.interlock.analysis.sharing.Context;
import dev.interlock.analysis.sharing.ContextSearch;
import dev.interlock.analysis.sharing.LocationKind;
import dev.interlock.analysis.sharing.LocationKinds;
import dev.interlock.analysis.sharing.Parallelism;
import dev.interlock.analysis.sharing.Protection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two variables of which each is checked before the other is set, so that they agree: two threads
 * that do both at a time can make them disagree. Databases call it write skew (Berenson et al., A
 * Critique of ANSI SQL Isolation Levels, 1995).
 */
final class CrossedChecks {

  /** A write that a check of another variable decides about. */
  private record Decision(Body body, Effect check, Effect write, LocationKind kind) {

    boolean crosses(Decision other) {
      return check.location().equals(other.write.location())
          && write.location().equals(other.check.location());
    }
  }

  private final CompilationIndex index;
  private final EffectSummaries summaries;
  private final ContextSearch search;
  private final Parallelism parallelism;
  private final Protection protection;
  private final LocationKinds kinds;
  private final OpenEntries entries;

  CrossedChecks(
      CompilationIndex index,
      EffectSummaries summaries,
      ContextSearch search,
      Parallelism parallelism,
      Protection protection,
      LocationKinds kinds,
      OpenEntries entries) {
    this.index = index;
    this.summaries = summaries;
    this.search = search;
    this.parallelism = parallelism;
    this.protection = protection;
    this.kinds = kinds;
    this.entries = entries;
  }

  /** Returns the crossed checks among the methods of a class. */
  ImmutableList<Finding> of(ClassSymbol type) {
    List<Decision> decisions = new ArrayList<>();
    for (Body body : index.bodiesOf(type)) {
      if (!body.isInitialization()) {
        summaries.of(body).effects().forEach(write -> addDecisions(body, write, decisions));
      }
    }
    ImmutableList.Builder<Finding> findings = ImmutableList.builder();
    for (Decision decision : decisions) {
      if (decisions.stream().anyMatch(decision::crosses)) {
        finding(decision).ifPresent(findings::add);
      }
    }
    return findings.build();
  }

  private void addDecisions(Body body, Effect write, List<Decision> decisions) {
    if (write.access().kind() != Access.Kind.WRITE
        || write.via().isPresent()
        || !write.locks().isEmpty()
        || !isOwn(write)
        || Sets.intersection(write.data().variables(), write.control().variables()).isEmpty()) {
      return;
    }
    LocationKind kind = kinds.of(write.location(), body);
    if (kind != LocationKind.ATOMIC && kind != LocationKind.VOLATILE) {
      return;
    }
    for (Effect check : write.control().reads()) {
      if (isOwn(check)
          && !check.location().equals(write.location())
          && kinds.of(check.location(), body) == kind) {
        decisions.add(new Decision(body, check, write, kind));
      }
    }
  }

  private static boolean isOwn(Effect effect) {
    return effect.location().root() instanceof Root.This || effect.location().isStatic();
  }

  private Optional<Finding> finding(Decision decision) {
    Effect write = decision.write();
    return search
        .contextsOf(decision.body(), write.location(), write.at(), ImmutableSet.of())
        .stream()
        .filter(c -> !protection.excludesItself(c))
        .filter(c -> parallelism.overlapsItself(c) || entries.isOpen(c, decision.kind()))
        .findFirst()
        .map(c -> finding(decision, c));
  }

  private Finding finding(Decision decision, Context context) {
    return new Finding(
        decision.kind() == LocationKind.ATOMIC
            ? FindingKind.ATOMIC_GET_THEN_SET
            : FindingKind.NON_ATOMIC_CHECK_THEN_ACT,
        decision.write().at().tree(),
        decision.body(),
        Optional.of(decision.check()),
        decision.write(),
        decision.kind(),
        parallelism.overlapsItself(context) ? Witness.REACH : Witness.DECLARATION,
        context,
        Optional.empty(),
        Optional.empty(),
        ImmutableSet.of());
  }
}
