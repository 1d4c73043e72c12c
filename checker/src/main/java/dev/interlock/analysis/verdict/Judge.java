package dev.interlock.analysis.verdict;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.sun.source.tree.ExpressionTree;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Dependency;
import dev.interlock.analysis.body.Index;
import dev.interlock.analysis.body.Point.Condition;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.callgraph.CompilationIndex;
import dev.interlock.analysis.callgraph.FieldOrigins;
import dev.interlock.analysis.callgraph.Getters;
import dev.interlock.analysis.callgraph.LockSummaries;
import dev.interlock.analysis.compound.CompoundFinder;
import dev.interlock.analysis.compound.CompoundOperation;
import dev.interlock.analysis.compound.CompoundOperation.CheckThenAct;
import dev.interlock.analysis.compound.CompoundOperation.Drain;
import dev.interlock.analysis.compound.CompoundOperation.Mutation;
import dev.interlock.analysis.compound.CompoundOperation.Numbering;
import dev.interlock.analysis.compound.Effect;
import dev.interlock.analysis.compound.EffectSummaries;
import dev.interlock.analysis.compound.EffectSummary;
import dev.interlock.analysis.lock.Claims;
import dev.interlock.analysis.sharing.Context;
import dev.interlock.analysis.sharing.ContextBounds;
import dev.interlock.analysis.sharing.ContextSearch;
import dev.interlock.analysis.sharing.FrameworkEntries;
import dev.interlock.analysis.sharing.Home;
import dev.interlock.analysis.sharing.LocationKind;
import dev.interlock.analysis.sharing.LocationKinds;
import dev.interlock.analysis.sharing.Parallelism;
import dev.interlock.analysis.sharing.Protection;
import dev.interlock.analysis.sharing.SettledFields;
import dev.interlock.analysis.task.Awaiting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says of each compound operation whether it can lose an update, and how we know. */
public final class Judge {
  /** The shortest way is the surest, and the one that is understood best. */
  private static final Comparator<Context> SHORTEST_FIRST =
      Comparator.<Context, Boolean>comparing(context -> context.home() == Home.UNKNOWN)
          .thenComparingInt(context -> context.crossings().size())
          .thenComparingInt(context -> context.steps().size());

  private final EffectSummaries summaries;
  private final ContextSearch search;
  private final LocationKinds kinds;
  private final FrameworkEntries frameworks;
  private final Awaiting awaiting;
  private final Benign benign;
  private final Dismissal dismissal;
  private final SplitSections splits;
  private final ImmutableList<Evidence> evidence;
  private final Overwrites overwriting;
  private final AccessOrder accessOrder;
  private final UnlockedIterations iterations;
  private final OutdatedEntries outdated;
  private final LostOnReset drains;
  private final CrossedChecks crossed;
  private final OnceClaims claims;
  private final DocumentedThreads documented;
  private final AtomicSiblings siblings;
  private final List<Finding> overwrites = new ArrayList<>();

  /** Makes the judge of one compilation, out of what is known of it. */
  public Judge(
      CompilationIndex index,
      FieldOrigins origins,
      Getters getters,
      EffectSummaries summaries,
      LockSummaries locks,
      ContextSearch search,
      ContextBounds bounds,
      Parallelism parallelism,
      Protection protection,
      SettledFields settled,
      LocationKinds kinds,
      FrameworkEntries frameworks,
      Awaiting awaiting) {
    this.summaries = summaries;
    this.search = search;
    this.kinds = kinds;
    this.frameworks = frameworks;
    this.awaiting = awaiting;
    this.benign = new Benign(index);
    OpenEntries entries = new OpenEntries(index, origins, getters);
    OtherAccesses others = new OtherAccesses(index, locks, search, bounds);
    this.splits =
        new SplitSections(
            index, summaries, search, parallelism, protection, kinds, entries, benign);
    DeclaredGuards guards = new DeclaredGuards(index, locks);
    this.siblings = new AtomicSiblings(kinds, others, entries);
    this.documented = new DocumentedThreads(index, protection, others, entries);
    SharedConstants constants = new SharedConstants(index, protection, others, entries);
    ThreadKeys keys = new ThreadKeys(protection, entries);
    DroppedLocks overrides = new DroppedLocks(index, entries);
    GlobalState globals = new GlobalState(index, origins, entries);
    this.dismissal =
        new Dismissal(
            index,
            bounds,
            kinds,
            guards,
            (operation, kind) ->
                this.siblings.concern(operation)
                    || this.documented.concern(operation, kind)
                    || keys.concern(operation, kind)
                    || constants.concern(operation, kind)
                    || overrides.concern(operation)
                    || globals.isSingleton(operation));
    this.evidence =
        ImmutableList.of(
            splits,
            new ReachEvidence(parallelism, protection, others, awaiting, guards),
            new GuardedByEvidence(guards, entries),
            new DeclarationEvidence(
                index,
                kinds,
                parallelism,
                protection,
                others,
                entries,
                benign,
                this.documented::isForSeveral),
            new LockingEvidence(parallelism, protection, others, entries),
            new DivergentLocks(parallelism, protection, others, entries, origins, guards),
            new SiblingLocks(index, others),
            new UnsafePublication(index, parallelism, entries),
            new UnrepeatedChecks(entries, benign),
            new KeyedFunctions(kinds, protection, entries),
            new SharedEntries(kinds, index, others, entries),
            new ClassDiscipline(others, entries),
            new DedicatedSections(parallelism, locks, others, entries),
            globals,
            constants,
            siblings,
            keys,
            documented,
            overrides);
    this.accessOrder = new AccessOrder(index, origins);
    this.iterations = new UnlockedIterations(index, origins);
    this.outdated = new OutdatedEntries(kinds);
    this.drains = new LostOnReset(parallelism, protection, others, entries);
    this.claims = new OnceClaims(index, locks);
    this.crossed =
        new CrossedChecks(index, summaries, search, parallelism, protection, kinds, entries);
    this.overwriting =
        new Overwrites(
            index,
            summaries,
            parallelism,
            protection,
            others,
            entries,
            (write, way) -> settled.isConfiguration(write) || claims.isAlone(write, way));
  }

  /** Returns the updates of {@code body} that can be lost. */
  public List<Finding> judge(Body body) {
    List<Finding> findings = new ArrayList<>();
    ClassSymbol type = body.enclosingClass();
    boolean driven = frameworks.isDriven(type);
    boolean confined = frameworks.isConfined(type) && !driven;
    if (confined && !frameworks.areSeveral(type)) {
      return findings;
    }
    Set<Effect> told = new HashSet<>();
    Set<Access> decided = new HashSet<>();
    List<CompoundOperation> left = new ArrayList<>();
    EffectSummary summary = summaries.of(body);
    for (CompoundOperation operation :
        Iterables.concat(
            CompoundFinder.operationsOf(body, summary),
            accessOrder.movesOf(body, summary),
            iterations.changesOf(body, summary),
            outdated.removalsOf(body, summary))) {
      LocationKind kind = kinds.of(operation.location(), body);
      if ((confined && !operation.location().isStatic())
          || told.contains(operation.write())
          || isToldOf(operation, decided)) {
        continue;
      }
      if (!dismissal.isDue(operation, kind) && !benign.isBenign(operation, kind)) {
        Optional<Finding> found =
            judge(operation, kind).filter(f -> !driven || f.leavesThread(type));
        found.ifPresent(findings::add);
        found.ifPresent(f -> told.add(operation.write()));
        found.flatMap(Finding::read).map(Effect::access).ifPresent(decided::add);
      }
      if (!told.contains(operation.write()) && kind == LocationKind.PLAIN) {
        left.add(operation);
      }
    }
    findings.addAll(beside(findings, left));
    return findings;
  }

  /** Returns the plain counters that go along with what several threads are found to lose. */
  private List<Finding> beside(List<Finding> found, List<CompoundOperation> left) {
    return found.isEmpty()
        ? List.of()
        : left.stream()
            .filter(operation -> found.stream().anyMatch(f -> siblings.goAlong(operation, f)))
            .flatMap(
                operation -> trial(operation, operation.location(), LocationKind.PLAIN).stream())
            .flatMap(trial -> siblings.countedAlong(trial).stream())
            .toList();
  }

  /** What a check decides that is out of date is told once, not again for what is called then. */
  private static boolean isToldOf(CompoundOperation operation, Set<Access> decided) {
    return operation.write().via().isPresent()
        && ((operation instanceof CheckThenAct act && decided.contains(act.read().access()))
            || (operation instanceof Drain drain && decided.contains(drain.read().access())));
  }

  private Optional<Finding> judge(CompoundOperation operation, LocationKind kind) {
    if (kind != LocationKind.UNSAFE_CONTENT || !holdsMoreAtWrite(operation)) {
      return trial(operation, location(operation, kind), kind).flatMap(this::judge);
    }
    Mutation mutation =
        new Mutation(operation.body(), operation.write(), operation.write().locks());
    return trial(mutation, location(operation, kind), kind)
        .flatMap(this::judge)
        .or(() -> trial(operation, operation.location(), kind).flatMap(this::judge));
  }

  /**
   * Returns whether a lock is held at the write that is not held throughout: one may guard the
   * container, and another one the element.
   */
  private static boolean holdsMoreAtWrite(CompoundOperation operation) {
    return !operation.throughout().isEmpty()
        && !operation.throughout().containsAll(operation.write().locks());
  }

  /**
   * Returns the updates of a class that change two variables which belong together in two steps,
   * where threads come in between.
   */
  public List<Finding> judgeRelated(ClassSymbol type) {
    return frameworks.isConfined(type)
        ? List.of()
        : ImmutableList.<Finding>builder()
            .addAll(splits.related(type))
            .addAll(crossed.of(type))
            .build();
  }

  /** Returns the plain writes found to overwrite what the judged updates write under a lock. */
  public List<Finding> overwrites() {
    return overwrites;
  }

  private Optional<Finding> judge(Trial trial) {
    if (trial.operation() instanceof Drain || trial.operation() instanceof Numbering) {
      return drains.of(trial);
    }
    overwrites.addAll(overwriting.of(trial));
    Optional<Finding> best = Optional.empty();
    for (Evidence evidence : evidence) {
      Optional<Finding> found =
          evidence.of(trial).filter(f -> f.witness() == Witness.REACH || !documented.excuse(trial));
      if (found.isPresent() && found.get().confidence() == Confidence.CERTAIN) {
        return found;
      }
      best = surer(best, found);
    }
    return best;
  }

  /** Returns the finding that is surer, the first one if both are alike. */
  private static Optional<Finding> surer(Optional<Finding> first, Optional<Finding> second) {
    return first.isEmpty()
            || (second.isPresent()
                && second.get().confidence().compareTo(first.get().confidence()) < 0)
        ? second
        : first;
  }

  /** Returns the trial of an operation; empty if it cannot lose anything whoever comes by. */
  private Optional<Trial> trial(
      CompoundOperation operation, AccessPath location, LocationKind kind) {
    boolean phased = awaiting.usesBarrier(operation.body());
    if (!mayLose(operation, kind) || (phased && isLeadersWork(operation)) || isClaimed(operation)) {
      return Optional.empty();
    }
    ImmutableList<Context> contexts =
        search
            .contextsOf(operation.body(), location, operation.write().at(), operation.throughout())
            .stream()
            .filter(c -> c.home() != Home.CONFINED)
            .filter(c -> !claims.isAlone(operation.write().access(), c))
            .sorted(SHORTEST_FIRST)
            .collect(ImmutableList.toImmutableList());
    if (contexts.isEmpty()) {
      return Optional.empty();
    }
    LocationKind settled = settled(kind, contexts.get(0));
    return settled == LocationKind.UNKNOWN_CONTENT || !mayLose(operation, settled)
        ? Optional.empty()
        : Optional.of(new Trial(operation, settled, contexts, phased));
  }

  private static boolean mayLose(CompoundOperation operation, LocationKind kind) {
    return switch (kind) {
      case HARMLESS -> false;
      case UNKNOWN_CONTENT, UNSAFE_CONTENT -> true;
      default -> !(operation instanceof Mutation);
    };
  }

  /** The place that made the object may know better what it is. */
  private LocationKind settled(LocationKind kind, Context context) {
    return kind == LocationKind.UNKNOWN_CONTENT
        ? kinds.of(context.location(), context.top())
        : kind;
  }

  /**
   * Two threads damage a container that is not thread-safe also at different elements, and number
   * different elements alike.
   */
  private static AccessPath location(CompoundOperation operation, LocationKind kind) {
    AccessPath location = operation.location();
    boolean isWhole =
        kind == LocationKind.UNSAFE_CONTENT
            || kind == LocationKind.UNKNOWN_CONTENT
            || (kind == LocationKind.CONCURRENT_CONTENT && operation instanceof Numbering);
    return isWhole
        ? location.owner().then(new Selector.Content(Index.WHOLE)).orElse(location)
        : location;
  }

  /** Between barriers, a thread chosen by its number, or by its place in the queue, works alone. */
  private boolean isLeadersWork(CompoundOperation operation) {
    for (Condition c = operation.write().at().control(); c != null; c = c.outer()) {
      if (c.tree() instanceof ExpressionTree
          && c.value().dependencies().stream().anyMatch(this::choosesOne)) {
        return true;
      }
    }
    return false;
  }

  private boolean choosesOne(Dependency dependency) {
    return dependency instanceof Dependency.OnVariable
        || (dependency instanceof Dependency.OnResult result && awaiting.isBarrier(result.call()));
  }

  /** Who wins a compare-and-set, here by a method that tries, is alone with what it guards. */
  private boolean isClaimed(CompoundOperation operation) {
    return operation.write().control().reads().stream()
        .anyMatch(
            read ->
                read.via()
                        .filter(call -> !Claims.isRefused(call.tree(), operation.write().at()))
                        .isPresent()
                    && read.access().isConditional()
                    && isPartOfClaimed(operation.location(), read.location())
                    && kinds.of(read.location(), operation.body()) == LocationKind.ATOMIC);
  }

  /**
   * An object that is claimed, by a mark of its own, does not bring along what is outside of it.
   */
  private static boolean isPartOfClaimed(AccessPath location, AccessPath mark) {
    return mark.isStatic() || location.startsWith(mark.owner().owner());
  }
}
