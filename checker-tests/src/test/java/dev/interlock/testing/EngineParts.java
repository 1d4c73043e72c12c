package dev.interlock.testing;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Types;
import dev.interlock.analysis.body.Assertions;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Extraction;
import dev.interlock.analysis.callgraph.CallGraph;
import dev.interlock.analysis.callgraph.CompilationIndex;
import dev.interlock.analysis.callgraph.Constructions;
import dev.interlock.analysis.callgraph.FieldOrigins;
import dev.interlock.analysis.callgraph.Getters;
import dev.interlock.analysis.callgraph.LockSummaries;
import dev.interlock.analysis.callgraph.PathTypes;
import dev.interlock.analysis.callgraph.Translation;
import dev.interlock.analysis.compound.EffectSummaries;
import dev.interlock.analysis.lock.BodyLocks.FlowAnalysis;
import dev.interlock.analysis.lock.ExplicitLockAnalysis;
import dev.interlock.analysis.sharing.CallbackLocks;
import dev.interlock.analysis.sharing.ContextSearch;
import dev.interlock.analysis.task.Awaiting;
import dev.interlock.analysis.task.RunIndex;
import dev.interlock.analysis.task.TaskFlow;
import dev.interlock.library.LibraryModel;
import java.util.Optional;

/** The parts of the engine, put together over some files to look at what each of them says. */
public record EngineParts(
    CompilationIndex index,
    CallGraph graph,
    FieldOrigins origins,
    Translation translation,
    Getters getters,
    LockSummaries locks,
    TaskFlow flow,
    Awaiting awaiting,
    RunIndex runs,
    EffectSummaries summaries,
    ContextSearch search) {

  /** Reads files that must compile. */
  public static EngineParts of(String... sources) {
    AttributedSources attributed = AttributedSources.of(sources);
    return over(
        attributed,
        (body, operations) ->
            ExplicitLockAnalysis.analyze(
                body.tree(),
                operations,
                attributed.context(),
                failure -> {
                  throw new AssertionError(failure);
                }));
  }

  /** Reads files, with another analysis of explicit locks. */
  public static EngineParts with(FlowAnalysis lockFlow, String... sources) {
    return over(AttributedSources.of(sources), lockFlow);
  }

  private static EngineParts over(AttributedSources sources, FlowAnalysis lockFlow) {
    LibraryModel library = AttributedSources.library();
    Types types = sources.types();
    ImmutableList.Builder<Body> bodies = ImmutableList.builder();
    ImmutableSet.Builder<ClassSymbol> declared = ImmutableSet.builder();
    Assertions assertions =
        Assertions.of(
            sources.units().stream()
                .flatMap(unit -> unit.getTypeDecls().stream())
                .map(ClassTree.class::cast)
                .toList());
    for (CompilationUnitTree unit : sources.units()) {
      for (Tree type : unit.getTypeDecls()) {
        Extraction.Extracted read =
            Extraction.read((ClassTree) type, unit, library, types, sources.names(), assertions);
        bodies.addAll(read.bodies());
        declared.addAll(read.declared());
      }
    }
    CompilationIndex index = new CompilationIndex(bodies.build(), declared.build(), library, types);
    FieldOrigins origins = new FieldOrigins(index);
    Constructions constructions = new Constructions(index, origins);
    Translation translation = new Translation(constructions, new PathTypes(index, origins));
    CallGraph graph = new CallGraph(index);
    Getters getters = new Getters(index, graph, constructions, translation);
    LockSummaries locks =
        new LockSummaries(index, graph, origins, constructions, translation, getters, lockFlow);
    TaskFlow flow = new TaskFlow(index, graph);
    Awaiting awaiting = new Awaiting(graph, locks::traits);
    RunIndex runs = new RunIndex(index, graph, origins, flow, locks, awaiting, method -> false);
    return new EngineParts(
        index,
        graph,
        origins,
        translation,
        getters,
        locks,
        flow,
        awaiting,
        runs,
        new EffectSummaries(index, graph, runs, locks, translation, getters),
        new ContextSearch(
            graph,
            runs,
            locks,
            translation,
            getters,
            awaiting,
            origins,
            constructions,
            index,
            new CallbackLocks(graph, locks, translation),
            body -> Optional.empty()));
  }

  /** Returns the only method of this name. */
  public Body method(String name) {
    return Iterables.getOnlyElement(
        Iterables.filter(
            index.bodies(),
            body -> body.method().filter(m -> m.name.contentEquals(name)).isPresent()));
  }

  /** Returns the lambdas in source order. */
  public ImmutableList<Body> lambdas() {
    ImmutableList<Body> lambdas =
        index.bodies().stream().filter(Body::isLambda).collect(toImmutableList());
    assertWithMessage("lambdas").that(lambdas).isNotEmpty();
    return lambdas;
  }
}
