package dev.interlock.analysis.compound;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.FunctionValue;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Value;
import dev.interlock.analysis.callgraph.CallGraph;
import dev.interlock.analysis.callgraph.CompilationIndex;
import dev.interlock.analysis.callgraph.Getters;
import dev.interlock.analysis.callgraph.LockSummaries;
import dev.interlock.analysis.callgraph.Translation;
import dev.interlock.analysis.lock.BodyLocks;
import dev.interlock.analysis.task.RunIndex;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The effects of all bodies, those of the methods that they call included, computed bottom-up. */
public final class EffectSummaries {
  private static final EffectSummary EMPTY = new EffectSummary(ImmutableList.of(), Sources.NONE);

  /** A call of more methods than this may do too many things to say anything of. */
  private static final int MAX_TARGETS = 3;

  private static final int MAX_DEPTH = 40;

  private final CompilationIndex index;
  private final CallGraph graph;
  private final RunIndex runs;
  private final LockSummaries locks;
  private final Translation translation;
  private final Getters getters;
  private final Map<Body, EffectSummary> summaries = new IdentityHashMap<>();
  private int depth;

  public EffectSummaries(
      CompilationIndex index,
      CallGraph graph,
      RunIndex runs,
      LockSummaries locks,
      Translation translation,
      Getters getters) {
    this.index = index;
    this.graph = graph;
    this.runs = runs;
    this.locks = locks;
    this.translation = translation;
    this.getters = getters;
  }

  /** Returns the effects of {@code body}; recursive calls in it count as having none. */
  public EffectSummary of(Body body) {
    EffectSummary known = summaries.get(body);
    if (known != null) {
      return known;
    }
    if (depth >= MAX_DEPTH) {
      return EMPTY;
    }
    summaries.put(body, EMPTY);
    depth++;
    BodyLocks held = locks.of(body);
    EffectSummary summary =
        held.areKnown()
            ? new SummaryBuilder(body, held, this::inlined, this::named).build()
            : EMPTY;
    depth--;
    summaries.put(body, summary);
    return summary;
  }

  /** Returns the one thing that a path names which leads on from the result of a getter. */
  private AccessPath named(AccessPath path) {
    if (!(path.root() instanceof Root.Result)) {
      return path;
    }
    ImmutableSet<AccessPath> resolved = getters.resolve(path);
    return resolved.size() == 1 ? resolved.iterator().next() : path;
  }

  /** What a call does, seen from the body that makes it. */
  record Inlined(
      Body target, EffectSummary summary, Function<AccessPath, ImmutableSet<AccessPath>> rewrite) {}

  private List<Inlined> inlined(Call call) {
    ImmutableList<Body> targets = graph.targets(call);
    if (targets.isEmpty() && !isGivenFunctions(call)) {
      return List.of(); // as nearly all calls of libraries
    }
    List<Inlined> all = new ArrayList<>();
    if (targets.size() <= MAX_TARGETS) {
      for (Body target : targets) {
        all.add(new Inlined(target, of(target), path -> translation.toCaller(path, target, call)));
      }
    }
    for (Value argument : call.arguments()) {
      for (FunctionValue function : argument.functions()) {
        if (function instanceof FunctionValue.MethodReference reference) {
          referred(reference, call).ifPresent(all::add);
        } else if (function instanceof FunctionValue.Lambda lambda
            && runsInPlace(lambda.body(), call)) {
          all.add(
              new Inlined(
                  lambda.body(),
                  of(lambda.body()),
                  path -> translation.toDefiner(path, lambda.body(), Optional.of(call))));
        }
      }
    }
    return all;
  }

  private static boolean isGivenFunctions(Call call) {
    for (Value argument : call.arguments()) {
      if (!argument.functions().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private Optional<Inlined> referred(FunctionValue.MethodReference reference, Call call) {
    return index
        .body(reference.method())
        .filter(body -> runsInPlace(body, call))
        .map(
            body ->
                new Inlined(
                    body,
                    of(body),
                    path ->
                        translation.toReference(
                            path, body, reference.receiver(), call, call.body())));
  }

  private boolean runsInPlace(Body lambda, Call call) {
    return runs.runsOf(lambda).stream()
        .anyMatch(run -> !run.isLaunched() && run.start() == call.point());
  }
}
