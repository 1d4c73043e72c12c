package dev.interlock.analysis;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Index;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.callgraph.CompilationIndex;
import dev.interlock.analysis.callgraph.LockSummaries;
import dev.interlock.analysis.compound.CompoundFinder;
import dev.interlock.analysis.compound.CompoundOperation;
import dev.interlock.analysis.compound.CompoundOperation.CheckThenAct;
import dev.interlock.analysis.compound.CompoundOperation.Mutation;
import dev.interlock.analysis.compound.CompoundOperation.ReadModifyWrite;
import dev.interlock.analysis.compound.Effect;
import dev.interlock.analysis.compound.EffectSummaries;
import dev.interlock.analysis.compound.RelatedUpdates;
import dev.interlock.analysis.compound.RelatedUpdates.Pair;
import dev.interlock.analysis.compound.Sources;
import dev.interlock.analysis.lock.HeldLock;
import dev.interlock.analysis.sharing.Context;
import dev.interlock.analysis.sharing.ContextSearch;
import dev.interlock.analysis.sharing.Home;
import dev.interlock.analysis.sharing.LocationKind;
import dev.interlock.analysis.sharing.LocationKinds;
import dev.interlock.analysis.sharing.Parallelism;
import dev.interlock.analysis.sharing.Protection;
import dev.interlock.analysis.task.Awaiting;
import dev.interlock.library.EntryMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says of each compound operation whether it can lose an update, and how we know. */
final class Judge {
  private static final int MAX_CONFLICTS = 40;

  /** So many steps of a body, at the most, lie between a test and the set that belongs to it. */
  private static final int MAX_DISTANCE = 6;

  private static final ImmutableSet<String> ORDERED =
      ImmutableSet.of("lazySet", "setRelease", "setOpaque", "setPlain");

  private static final ImmutableSet<String> HABITS =
      ImmutableSet.of("java.util.Stack", "java.util.Vector", "java.util.Hashtable");

  private final CompilationIndex index;
  private final EffectSummaries summaries;
  private final LockSummaries locks;
  private final ContextSearch search;
  private final Parallelism parallelism;
  private final Protection protection;
  private final LocationKinds kinds;
  private final FrameworkEntries entries;
  private final Awaiting awaiting;
  private final Benign benign;
  private final Map<Access, ImmutableList<Context>> contexts = new IdentityHashMap<>();
  private final List<Finding> overwrites = new ArrayList<>();

  Judge(
      CompilationIndex index,
      EffectSummaries summaries,
      LockSummaries locks,
      ContextSearch search,
      Parallelism parallelism,
      Protection protection,
      LocationKinds kinds,
      FrameworkEntries entries,
      Awaiting awaiting) {
    this.index = index;
    this.summaries = summaries;
    this.locks = locks;
    this.search = search;
    this.parallelism = parallelism;
    this.protection = protection;
    this.kinds = kinds;
    this.entries = entries;
    this.awaiting = awaiting;
    this.benign = new Benign();
  }

  /** Returns the updates of {@code body} that can be lost. */
  List<Finding> judge(Body body) {
    List<Finding> findings = new ArrayList<>();
    if (entries.isConfined(body.enclosingClass())) {
      return findings;
    }
    for (CompoundOperation operation : CompoundFinder.operationsOf(body, summaries.of(body))) {
      if (!benign.isBenign(operation, kinds.of(operation.location(), body))) {
        judge(operation).ifPresent(findings::add);
      }
    }
    return findings;
  }

  /**
   * Returns the updates of a class that change two containers which belong together in two steps,
   * where threads are shown to come in between.
   */
  List<Finding> judgeRelated(ClassSymbol type) {
    List<Finding> findings = new ArrayList<>();
    if (entries.isConfined(type)) {
      return findings;
    }
    for (Pair pair : RelatedUpdates.among(index.bodiesOf(type), summaries)) {
      Effect second = pair.second();
      search.contextsOf(pair.body(), second.location(), second.at(), ImmutableSet.of()).stream()
          .filter(c -> c.home() == Home.OBJECT || c.home() == Home.STATIC || c.home() == Home.LOCAL)
          .filter(c -> !protection.excludesItself(c))
          .filter(c -> !second.locks().isEmpty() || parallelism.overlapsItself(c))
          .findFirst()
          .ifPresent(c -> findings.add(split(pair, c)));
    }
    return findings;
  }

  private Finding split(Pair pair, Context context) {
    return new Finding(
        FindingKind.SPLIT_CRITICAL_SECTION,
        pair.second().at().tree(),
        pair.body(),
        Optional.of(pair.first()),
        pair.second(),
        kinds.of(pair.second().location(), pair.body()),
        pair.second().locks().isEmpty() ? Witness.REACH : Witness.LOCKING,
        context,
        Optional.empty(),
        Optional.empty(),
        ImmutableSet.of());
  }

  /** Returns the plain writes found to overwrite what the judged updates write under a lock. */
  List<Finding> overwrites() {
    return overwrites;
  }

  private Optional<Finding> judge(CompoundOperation operation) {
    Body body = operation.body();
    Case facts = new Case(operation, kinds.of(operation.location(), body));
    if (!facts.mayLose() || facts.isLeadersWork() || facts.isClaimed()) {
      return Optional.empty();
    }
    facts.contexts =
        search
            .contextsOf(body, facts.location(), operation.write().at(), operation.throughout())
            .stream()
            .filter(c -> c.home() != Home.CONFINED && c.home() != Home.UNKNOWN)
            .collect(ImmutableList.toImmutableList());
    if (facts.contexts.isEmpty()) {
      return Optional.empty();
    }
    facts.settleKind();
    if (!facts.mayLose()) {
      return Optional.empty();
    }
    overwrites.addAll(facts.overwrites());
    return facts.bySplit().or(facts::byReach).or(facts::byDeclaration).or(facts::byLocking);
  }

  private ImmutableList<Context> contextsOf(Access access) {
    ImmutableList<Context> known = contexts.get(access);
    if (known == null) {
      known =
          search.contextsOf(
              access.body(),
              access.location(),
              access.point(),
              locks.of(access.body()).at(access.point()));
      contexts.put(access, known);
    }
    return known;
  }

  /** One operation on trial. */
  private final class Case {
    private final CompoundOperation operation;
    private LocationKind kind;
    private ImmutableList<Context> contexts = ImmutableList.of();

    /** Whether threads meet at barriers around the operation, which may order it after others. */
    private final boolean phased;

    Case(CompoundOperation operation, LocationKind kind) {
      this.operation = operation;
      this.kind = kind;
      this.phased = awaiting.usesBarrier(operation.body());
    }

    /** Two threads damage a container that is not thread-safe also at different elements. */
    AccessPath location() {
      AccessPath location = operation.location();
      return kind == LocationKind.UNSAFE_CONTENT || kind == LocationKind.UNKNOWN_CONTENT
          ? location.owner().then(new Selector.Content(Index.WHOLE)).orElse(location)
          : location;
    }

    /** The place that made the object may know better what it is. */
    void settleKind() {
      if (kind == LocationKind.UNKNOWN_CONTENT) {
        Context first = contexts.get(0);
        kind = kinds.of(first.location(), first.top());
      }
    }

    /** Between barriers, a thread chosen by its own number works alone. */
    boolean isLeadersWork() {
      return phased && !operation.write().control().variables().isEmpty();
    }

    /** Who wins a compare-and-set is alone with what it guards. */
    boolean isClaimed() {
      return operation.write().control().reads().stream()
          .anyMatch(
              read ->
                  read.access().isConditional()
                      && kinds.of(read.location(), operation.body()) == LocationKind.ATOMIC);
    }

    boolean mayLose() {
      return switch (kind) {
        case HARMLESS -> false;
        case UNKNOWN_CONTENT -> contexts.isEmpty();
        case UNSAFE_CONTENT -> true;
        default -> !(operation instanceof Mutation);
      };
    }

    /**
     * Returns the plain writes that overwrite the location without the lock which guards the
     * operation: what it adds in between is lost.
     */
    List<Finding> overwrites() {
      if (!(operation instanceof ReadModifyWrite) || operation.throughout().isEmpty()) {
        return List.of();
      }
      List<Finding> found = new ArrayList<>();
      for (Access other : conflicts()) {
        if (other.kind() == Access.Kind.WRITE && other.through().isEmpty()) {
          overwrite(other).ifPresent(found::add);
        }
      }
      return found;
    }

    private Optional<Finding> overwrite(Access other) {
      for (Context here : contexts) {
        for (Context there : contextsOf(other)) {
          if (there.locks().isEmpty()
              && protection.excludesItself(here)
              && parallelism.overlap(here, there)) {
            return effectOf(other).map(effect -> overwrite(effect, there, here));
          }
        }
      }
      return Optional.empty();
    }

    private Optional<Effect> effectOf(Access access) {
      return summaries.of(access.body()).effects().stream()
          .filter(effect -> effect.access() == access && effect.via().isEmpty())
          .findFirst();
    }

    private Finding overwrite(Effect write, Context there, Context here) {
      return new Finding(
          FindingKind.INCONSISTENT_LOCKING,
          write.at().tree(),
          write.access().body(),
          Optional.empty(),
          write,
          kind,
          Witness.REACH,
          there,
          Optional.of(here),
          Optional.of(operation.write().access()),
          here.locks());
    }

    Optional<Finding> bySplit() {
      Optional<Effect> read = read();
      if (read.isEmpty() || !operation.throughout().isEmpty()) {
        return Optional.empty();
      }
      boolean split =
          all(read.get()).stream()
              .anyMatch(
                  one ->
                      all(operation.write()).stream()
                          .anyMatch(
                              other ->
                                  one.section() != other.section()
                                      && other.isExclusive()
                                      && one.paths().stream().anyMatch(other.paths()::contains)));
      return split && kind != LocationKind.CONCURRENT_CONTENT && !benign.isMark(operation)
          ? contexts.stream()
              .filter(this::isOpen)
              .findFirst()
              .map(c -> finding(FindingKind.SPLIT_CRITICAL_SECTION, Witness.LOCKING, c, null, null))
          : Optional.empty();
    }

    private ImmutableSet<HeldLock> all(Effect effect) {
      return ImmutableSet.<HeldLock>builder()
          .addAll(effect.locks())
          .addAll(effect.innerLocks())
          .build();
    }

    Optional<Finding> byReach() {
      for (Context context : contexts) {
        if (parallelism.overlapsItself(context) && !protection.excludesItself(context)) {
          return Optional.of(finding(kindOf(context), Witness.REACH, context, null, null));
        }
      }
      for (Context a : contexts) {
        for (Context b : contexts) {
          if (a != b && parallelism.overlap(a, b) && !protection.excludeEachOther(a, b)) {
            return Optional.of(finding(kindOf(a), Witness.REACH, a, b, operation.write().access()));
          }
        }
      }
      return phased ? Optional.empty() : byConflict();
    }

    private Optional<Finding> byConflict() {
      List<Access> others = conflicts();
      for (Context here : contexts) {
        LockSupport support = support(here, others);
        for (Access other : others) {
          for (Context there : contextsOf(other)) {
            if (parallelism.overlap(here, there)
                && !protection.excludeEachOther(here, there)
                && !isGuarded(here, there, support)) {
              return Optional.of(finding(kindOf(here), Witness.REACH, here, there, other));
            }
          }
        }
      }
      return Optional.empty();
    }

    private LockSupport support(Context here, List<Access> others) {
      LockSupport support = new LockSupport();
      support.count(List.of(here));
      for (Access other : others) {
        support.count(
            contextsOf(other).stream().filter(c -> parallelism.sameLocation(here, c)).toList());
      }
      return support;
    }

    /** Returns whether it is the other access that lacks the lock which guards the location. */
    private boolean isGuarded(Context here, Context there, LockSupport support) {
      return protection.excludesItself(here)
          && support.of(here) > (protection.excludesItself(there) ? support.of(there) : 0);
    }

    Optional<Finding> byDeclaration() {
      boolean declared =
          isStrong()
              && (kind == LocationKind.VOLATILE
                  || kind == LocationKind.ATOMIC
                  || kind == LocationKind.CONCURRENT_CONTENT
                  || kinds.isInsideConcurrentContainer(operation.location(), operation.body()));
      return declared
          ? contexts.stream()
              .filter(this::isOpen)
              .filter(c -> !protection.excludesItself(c))
              .findFirst()
              .map(c -> finding(kindOf(c), Witness.DECLARATION, c, null, null))
          : Optional.empty();
    }

    Optional<Finding> byLocking() {
      for (Context context : contexts) {
        if (!isOpen(context) || protection.excludesItself(context)) {
          continue;
        }
        if (!context.locks().isEmpty() || isMostlyGuarded(context)) {
          return Optional.of(unlike(guarded(), context));
        }
      }
      return Optional.empty();
    }

    /** Returns accesses that hold a lock, those that write first. */
    private List<Access> guarded() {
      return others().stream()
          .filter(other -> !other.body().isInitialization())
          .sorted(Comparator.comparing(Access::isRead))
          .toList();
    }

    private Finding unlike(List<Access> others, Context context) {
      for (Access other : others) {
        for (Context there : contextsOf(other)) {
          if (there.home() != Home.CONFINED && !there.locks().isEmpty()) {
            return finding(lockingKind(), Witness.LOCKING, context, there, other);
          }
        }
      }
      return finding(lockingKind(), Witness.LOCKING, context, null, null);
    }

    private FindingKind lockingKind() {
      return kind == LocationKind.UNSAFE_CONTENT && operation.throughout().isEmpty()
          ? FindingKind.UNGUARDED_COLLECTION_MUTATION
          : FindingKind.INCONSISTENT_LOCKING;
    }

    /**
     * Returns whether the declaration says that several threads write: ordered writes are made
     * where there is one writer, life-cycle flags are set by the owner, and {@code Stack} and its
     * age-mates synchronise out of habit.
     */
    private boolean isStrong() {
      Access write = operation.write().access();
      return !write.method().filter(m -> ORDERED.contains(m.getSimpleName().toString())).isPresent()
          && !write.method().filter(m -> HABITS.contains(ownerName(m))).isPresent()
          && (kind != LocationKind.VOLATILE || isTestAndSet())
          && !(benign.isMark(operation)
              && operation.body().method().filter(FrameworkEntries::isLifeCycle).isPresent());
    }

    /**
     * Returns whether a volatile variable is tested for no other purpose than to be set: at once,
     * or to what it was compared with. A flag that is looked at now and set much later is a signal.
     */
    private boolean isTestAndSet() {
      if (!(operation instanceof CheckThenAct act) || benign.isNormalization(operation)) {
        return !(operation instanceof CheckThenAct);
      }
      int distance = act.write().at().order() - act.read().at().order();
      Sources value = act.write().data();
      Sources test = act.write().control();
      boolean compared =
          value.variables().stream().anyMatch(test.variables()::contains)
              || value.reads().stream().anyMatch(test.reads()::contains);
      return compared || distance <= MAX_DISTANCE;
    }

    private String ownerName(MethodSymbol method) {
      return CompilationIndex.variableOf(operation.write().access())
          .map(v -> v.type.tsym.getQualifiedName().toString())
          .orElse(method.enclClass().getQualifiedName().toString());
    }

    /** Returns whether any thread may come this way, as far as is known. */
    private boolean isOpen(Context context) {
      return !context.isTask()
          && context.entry().filter(this::isPrivate).isEmpty()
          && (context.home() == Home.OBJECT || context.home() == Home.STATIC)
          && context.top().kind() == Body.Kind.METHOD
          && !context.top().method().filter(this::isCalledByOwner).isPresent();
    }

    /** The program's start, and what a library supertype calls on its own object. */
    private boolean isCalledByOwner(MethodSymbol method) {
      return method.getSimpleName().contentEquals("main")
          || ((method.flags() & Flags.PROTECTED) != 0
              && ASTHelpers.findSuperMethods(method, index.types()).stream()
                  .anyMatch(m -> !index.isDeclaredHere(m.enclClass())));
    }

    /** Threads may share a task object that keeps its state in atomics or concurrent containers. */
    private boolean isPrivate(EntryMode entry) {
      return entry != EntryMode.CONCURRENT
          && !(entry == EntryMode.PER_INSTANCE
              && (kind == LocationKind.ATOMIC || kind == LocationKind.CONCURRENT_CONTENT));
    }

    /** Returns whether most other accesses of the same location hold a lock. */
    private boolean isMostlyGuarded(Context here) {
      int guarded = 0;
      int bare = 0;
      boolean guardedWrite = false;
      for (Access other : others()) {
        List<Context> same =
            contextsOf(other).stream().filter(c -> parallelism.sameLocation(here, c)).toList();
        if (other.body().isInitialization() || same.isEmpty()) {
          continue;
        }
        if (same.stream().allMatch(c -> c.locks().stream().anyMatch(l -> !l.paths().isEmpty()))) {
          guarded++;
          guardedWrite |= other.isWrite();
        } else {
          bare++;
        }
      }
      return guarded > 0 && (guardedWrite ? guarded >= bare : bare == 0);
    }

    /** Returns the other accesses of the variable, those that belong to the operation left out. */
    private List<Access> others() {
      return variable().stream()
          .flatMap(v -> index.accessesOf(v).stream())
          .filter(a -> a != operation.write().access())
          .filter(a -> read().isEmpty() || a != read().get().access())
          .filter(this::isAlike)
          .limit(MAX_CONFLICTS)
          .toList();
    }

    private List<Access> conflicts() {
      return others().stream().filter(Access::isWrite).toList();
    }

    private Optional<VarSymbol> variable() {
      return CompilationIndex.variableOf(operation.write().access());
    }

    private boolean isAlike(Access other) {
      return other
          .location()
          .last()
          .map(Object::getClass)
          .equals(operation.write().access().location().last().map(Object::getClass));
    }

    private Optional<Effect> read() {
      if (operation instanceof ReadModifyWrite update) {
        return Optional.of(update.read());
      }
      return operation instanceof CheckThenAct act ? Optional.of(act.read()) : Optional.empty();
    }

    private FindingKind kindOf(Context context) {
      if (!context.locks().isEmpty() && !operation.throughout().isEmpty()) {
        return FindingKind.INCONSISTENT_LOCKING;
      }
      return switch (kind) {
        case ATOMIC -> FindingKind.ATOMIC_GET_THEN_SET;
        case CONCURRENT_CONTENT -> FindingKind.NON_ATOMIC_CHECK_THEN_ACT;
        case UNSAFE_CONTENT -> FindingKind.UNGUARDED_COLLECTION_MUTATION;
        default ->
            operation instanceof CheckThenAct
                ? FindingKind.NON_ATOMIC_CHECK_THEN_ACT
                : FindingKind.UNSAFE_READ_MODIFY_WRITE;
      };
    }

    private Finding finding(
        FindingKind findingKind,
        Witness witness,
        Context here,
        @org.jspecify.annotations.Nullable Context there,
        @org.jspecify.annotations.Nullable Access conflicting) {
      return new Finding(
          findingKind,
          operation.write().at().tree(),
          operation.body(),
          read(),
          operation.write(),
          kind,
          witness,
          here,
          Optional.ofNullable(there),
          Optional.ofNullable(conflicting),
          there == null ? ImmutableSet.of() : there.locks());
    }
  }
}
