package dev.interlock.analysis;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.HashMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.SetMultimap;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Types;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.Names;
import dev.interlock.analysis.body.Access;
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
import dev.interlock.analysis.lock.LockAnalysisException;
import dev.interlock.analysis.sharing.CallbackLocks;
import dev.interlock.analysis.sharing.ContextBounds;
import dev.interlock.analysis.sharing.ContextSearch;
import dev.interlock.analysis.sharing.EventLoops;
import dev.interlock.analysis.sharing.FrameworkEntries;
import dev.interlock.analysis.sharing.LocationKinds;
import dev.interlock.analysis.sharing.Parallelism;
import dev.interlock.analysis.sharing.Protection;
import dev.interlock.analysis.sharing.SettledFields;
import dev.interlock.analysis.sharing.SharedParts;
import dev.interlock.analysis.task.Awaiting;
import dev.interlock.analysis.task.RunIndex;
import dev.interlock.analysis.task.TaskFlow;
import dev.interlock.analysis.verdict.Finding;
import dev.interlock.analysis.verdict.Judge;
import dev.interlock.analysis.verdict.Redundancies;
import dev.interlock.library.LibraryModel;
import dev.interlock.util.LargeStack;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The analysis of a compilation: done once, over all classes that are attributed when the first
 * check asks, and kept in javac's {@link Context}. Classes that are attributed later, as under
 * {@code -XDcompilePolicy=byfile}, are analysed one file at a time.
 */
public final class ConcurrencyAnalysis {
  private static final Context.Key<ConcurrencyAnalysis> KEY = new Context.Key<>();

  private final Context context;
  private final LibraryModel library;
  private final Consumer<Skipped> notes;
  private final Set<CompilationUnitTree> analysed = new HashSet<>();
  private final SetMultimap<VarSymbol, CompilationUnitTree> users = HashMultimap.create();
  private final ListMultimap<CompilationUnitTree, Finding> findings = ArrayListMultimap.create();

  /** A class that an internal failure made us skip. */
  public record Skipped(String subject, Throwable failure) {}

  private ConcurrencyAnalysis(Context context, LibraryModel library, Consumer<Skipped> notes) {
    this.context = context;
    this.library = library;
    this.notes = notes;
  }

  /** Returns the analysis of the compilation that {@code context} belongs to. */
  public static ConcurrencyAnalysis instance(
      Context context, LibraryModel library, Consumer<Skipped> notes) {
    ConcurrencyAnalysis analysis = context.get(KEY);
    if (analysis == null) {
      analysis = new ConcurrencyAnalysis(context, library, notes);
      context.put(KEY, analysis);
    }
    return analysis;
  }

  /** Returns the analysis if {@link #instance} has made it already. */
  public static java.util.Optional<ConcurrencyAnalysis> existing(Context context) {
    return java.util.Optional.ofNullable(context.get(KEY));
  }

  /** Returns what can be lost in a file, in source order. */
  public ImmutableList<Finding> findingsIn(CompilationUnitTree unit) {
    if (!analysed.contains(unit)) {
      analyse(unit);
    }
    return findings.get(unit).stream()
        .sorted(Comparator.comparingInt(finding -> ((JCTree) finding.tree()).pos))
        .collect(ImmutableList.toImmutableList());
  }

  /** Returns whether any analysed file but {@code unit} uses {@code variable}. */
  public boolean isUsedOutside(VarSymbol variable, CompilationUnitTree unit) {
    return !usersOutside(variable, unit).isEmpty();
  }

  /** Returns the analysed files but {@code unit} that use {@code variable}. */
  public ImmutableSet<CompilationUnitTree> usersOutside(
      VarSymbol variable, CompilationUnitTree unit) {
    return users.get(variable).stream()
        .filter(user -> user != unit)
        .collect(ImmutableSet.toImmutableSet());
  }

  private void analyse(CompilationUnitTree unit) {
    if (unit.getTypeDecls().stream().noneMatch(ClassTree.class::isInstance)) {
      analysed.add(unit); // of a package or module
      return;
    }
    Set<AttributedClass> classes =
        new LinkedHashSet<>(AttributedClass.all(context, file -> !analysed.contains(file)));
    for (Tree type : unit.getTypeDecls()) {
      if (type instanceof ClassTree tree) {
        classes.add(new AttributedClass(tree, unit));
      }
    }
    analysed.add(unit);
    classes.forEach(c -> analysed.add(c.unit()));
    for (Finding finding : LargeStack.call(() -> findingsOf(classes))) {
      findings.put(finding.body().unit(), finding);
    }
  }

  private List<Finding> findingsOf(Set<AttributedClass> classes) {
    Types types = Types.instance(context);
    Names names = Names.instance(context);
    Assertions assertions =
        Assertions.of(
            classes.stream().map(AttributedClass::tree).collect(ImmutableList.toImmutableList()));
    List<Body> bodies = new ArrayList<>();
    ImmutableSet.Builder<ClassSymbol> declared = ImmutableSet.builder();
    for (AttributedClass source : classes) {
      guarded(
          source.tree().getSimpleName(),
          () -> {
            Extraction.Extracted read =
                Extraction.read(source.tree(), source.unit(), library, types, names, assertions);
            bodies.addAll(read.bodies());
            declared.addAll(read.declared());
          });
    }
    List<Finding> found = new ArrayList<>();
    guarded(
        "the compilation",
        () -> {
          CompilationIndex index =
              new CompilationIndex(ImmutableList.copyOf(bodies), declared.build(), library, types);
          judgeAll(index, found);
        });
    return found;
  }

  private void judgeAll(CompilationIndex index, List<Finding> found) {
    FieldOrigins origins = new FieldOrigins(index);
    Constructions constructions = new Constructions(index, origins);
    PathTypes pathTypes = new PathTypes(index, origins);
    Translation translation = new Translation(constructions, pathTypes);
    CallGraph graph = new CallGraph(index);
    Getters getters = new Getters(index, graph, constructions, translation);
    LockSummaries locks =
        new LockSummaries(index, graph, origins, constructions, translation, getters, flow());
    Awaiting awaiting = new Awaiting(graph, locks::traits);
    FrameworkEntries entries = new FrameworkEntries(index, graph);
    TaskFlow flow = new TaskFlow(index, graph);
    RunIndex runs = new RunIndex(index, graph, origins, flow, locks, awaiting, entries::isOnceOnly);
    CallbackLocks callbacks = new CallbackLocks(graph, locks, translation);
    ContextSearch search =
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
            callbacks,
            entries::of);
    SharedParts sharing = new SharedParts(origins, graph, index);
    SettledFields settled = new SettledFields(origins, entries::isEnteredOnce);
    Judge judge =
        new Judge(
            index,
            origins,
            getters,
            new EffectSummaries(index, graph, runs, locks, translation, getters),
            locks,
            search,
            new ContextBounds(index, graph, runs, locks, callbacks, entries),
            new Parallelism(
                awaiting,
                entries::isOnceOnly,
                origins,
                sharing,
                new EventLoops(index),
                index.types()),
            new Protection(getters, origins, sharing, settled),
            settled,
            new LocationKinds(index, graph, origins),
            entries,
            awaiting);
    for (Body body : index.bodies()) {
      guarded(body, () -> found.addAll(judge.judge(body)));
    }
    for (ClassSymbol type : index.declaredTypes()) {
      guarded(type, () -> found.addAll(judge.judgeRelated(type)));
    }
    Set<Tree> reported = new HashSet<>();
    found.forEach(finding -> reported.add(finding.tree()));
    judge.overwrites().stream().filter(f -> reported.add(f.tree())).forEach(found::add);
    if (!found.isEmpty()) {
      ImmutableList<Finding> essential = Redundancies.without(found);
      found.clear();
      found.addAll(essential);
      noteUsers(index);
    }
  }

  private void noteUsers(CompilationIndex index) {
    for (Body body : index.bodies()) {
      for (Access access : body.accesses()) {
        CompilationIndex.variableOf(access).ifPresent(v -> users.put(v, body.unit()));
      }
    }
  }

  private FlowAnalysis flow() {
    return (body, operations) ->
        ExplicitLockAnalysis.analyze(
            body.tree(), operations, context, failure -> tell(failure, body));
  }

  /** A limit that is reached is no failure. */
  private void tell(Throwable failure, Body body) {
    if (!(failure instanceof LockAnalysisException)) {
      notes.accept(new Skipped(body.toString(), failure));
    }
  }

  /** Runs one step; a failure of ours costs the findings of its subject, never the build. */
  private void guarded(Object subject, Runnable step) {
    try {
      step.run();
    } catch (RuntimeException | AssertionError | LinkageError | StackOverflowError failure) {
      notes.accept(new Skipped(subject.toString(), failure));
    }
  }
}
