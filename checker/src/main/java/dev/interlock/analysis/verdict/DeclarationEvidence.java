package dev.interlock.analysis.verdict;

import com.google.common.collect.ImmutableSet;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Index;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.callgraph.CompilationIndex;
import dev.interlock.analysis.compound.Answers;
import dev.interlock.analysis.compound.CompoundOperation;
import dev.interlock.analysis.compound.CompoundOperation.CheckThenAct;
import dev.interlock.analysis.compound.CompoundOperation.ReadModifyWrite;
import dev.interlock.analysis.compound.Effect;
import dev.interlock.analysis.compound.IgnoredInsertion;
import dev.interlock.analysis.compound.Sources;
import dev.interlock.analysis.lock.HeldLock;
import dev.interlock.analysis.sharing.Context;
import dev.interlock.analysis.sharing.FrameworkEntries;
import dev.interlock.analysis.sharing.Home;
import dev.interlock.analysis.sharing.LocationKind;
import dev.interlock.analysis.sharing.LocationKinds;
import dev.interlock.analysis.sharing.Parallelism;
import dev.interlock.analysis.sharing.Protection;
import dev.interlock.library.MethodEffect.CallsInPlace;
import dev.interlock.library.MethodEffect.Stores;
import dev.interlock.library.MethodModel;
import dev.interlock.library.TypeFlag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** The evidence of a declaration: nobody makes a variable volatile or atomic for one thread. */
final class DeclarationEvidence implements Evidence {
  /** So many steps of a body, at the most, lie between a test and the set that belongs to it. */
  private static final int MAX_DISTANCE = 6;

  private static final ImmutableSet<String> ORDERED =
      ImmutableSet.of("lazySet", "setRelease", "setOpaque", "setPlain");

  private static final ImmutableSet<String> HABITS =
      ImmutableSet.of("java.util.Stack", "java.util.Vector", "java.util.Hashtable");

  private static final String BUFFER = "java.lang.StringBuffer";

  /** Who has one of these has thought of threads. */
  private static final ImmutableSet<TypeFlag> OF_THREADS =
      ImmutableSet.of(
          TypeFlag.EXECUTOR, TypeFlag.LOCK, TypeFlag.ATOMIC_VARIABLE, TypeFlag.SELF_LAUNCHING);

  private final CompilationIndex index;
  private final LocationKinds kinds;
  private final Parallelism parallelism;
  private final Protection protection;
  private final OtherAccesses others;
  private final OpenEntries entries;
  private final Benign benign;

  /** Whether comments say of a way that several threads come by it. */
  private final Predicate<Context> documented;

  private final Map<ClassSymbol, Boolean> lockingHabits = new HashMap<>();

  DeclarationEvidence(
      CompilationIndex index,
      LocationKinds kinds,
      Parallelism parallelism,
      Protection protection,
      OtherAccesses others,
      OpenEntries entries,
      Benign benign,
      Predicate<Context> documented) {
    this.index = index;
    this.kinds = kinds;
    this.parallelism = parallelism;
    this.protection = protection;
    this.others = others;
    this.entries = entries;
    this.benign = benign;
    this.documented = documented;
  }

  @Override
  public Optional<Finding> of(Trial trial) {
    if (!isDeclared(trial)
        || !isMeantForSeveralWriters(trial)
        || trial.contexts().stream().allMatch(parallelism::isOfSelectorLoop)) {
      return Optional.empty();
    }
    return ways(trial).stream()
        .filter(c -> entries.isOpen(c, trial.kind()) || entries.isPassed(c, trial.kind()))
        .filter(c -> !protection.excludesItself(c))
        .findFirst()
        .map(c -> trial.alone(trial.kindIn(c), Witness.DECLARATION, c))
        .or(() -> ofOffered(trial));
  }

  /**
   * What a public method offers, others may call at a time than those in the same compilation,
   * which are examples perhaps, or tasks of which there is one; as far as those here hold no lock
   * for it.
   */
  private Optional<Finding> ofOffered(Trial trial) {
    return trial.write().via().isEmpty()
            && OpenEntries.isOffered(trial.body())
            && mayHaveOtherWriters(trial)
            && trial.contexts().stream().noneMatch(c -> isEntered(c, trial.body()))
            && trial.contexts().stream()
                .allMatch(c -> c.locks().stream().noneMatch(HeldLock::isExclusive))
        ? others.ownContextsOf(trial.write().access()).stream()
            .filter(c -> entries.isOpen(c, trial.kind()) && !protection.excludesItself(c))
            .findFirst()
            .map(c -> trial.alone(trial.kindIn(c), Witness.DECLARATION, c))
        : Optional.empty();
  }

  /** Returns whether a framework, or a thread, runs the body itself: that is its caller. */
  private static boolean isEntered(Context context, Body body) {
    return context.entry().isPresent() && context.top() == body && !context.locks().isEmpty();
  }

  /**
   * Returns whether the declaration speaks of more than one writer: a volatile flag is set by its
   * owner, and what a task counts for others to see, it counts alone.
   */
  private static boolean mayHaveOtherWriters(Trial trial) {
    return trial.operation() instanceof CheckThenAct
        ? trial.kind() != LocationKind.VOLATILE
        : trial.contexts().stream().noneMatch(Context::isTask);
  }

  /**
   * Returns the known ways to the operation, or as the class sees them where nothing is known of
   * whose object it is, as in a chain of objects that call one another.
   */
  private List<Context> ways(Trial trial) {
    boolean nothingKnown =
        trial.kind() != LocationKind.VOLATILE
            && trial.write().via().isEmpty()
            && trial.contexts().stream()
                .allMatch(c -> c.home() == Home.UNKNOWN && c.locks().isEmpty() && !c.isTask());
    return nothingKnown ? others.ownContextsOf(trial.write().access()) : trial.contexts();
  }

  private boolean isDeclared(Trial trial) {
    return switch (trial.kind()) {
      case VOLATILE, ATOMIC, CONCURRENT_CONTENT -> true;
      default ->
          kinds.isInsideConcurrentContainer(trial.operation().location(), trial.body())
              || isCountedElement(trial.operation());
    };
  }

  /** The elements of a volatile array are none themselves. */
  private boolean isCountedElement(CompoundOperation operation) {
    return operation instanceof ReadModifyWrite && kinds.isElementOfVolatile(operation.location());
  }

  /**
   * Returns whether the declaration says that several threads write: ordered writes are made where
   * there is one writer, life-cycle flags are set by the owner, and {@code Stack} and its age-mates
   * synchronise out of habit.
   */
  private boolean isMeantForSeveralWriters(Trial trial) {
    Access write = trial.write().access();
    boolean fallsShort = write.isConditional() && trial.operation() instanceof CheckThenAct;
    boolean ignored = IgnoredInsertion.is(trial.write()) || isAnsweredTwice(trial);
    return (ignored
            || (!fallsShort
                && (!isKeyedRecheck(write) || removesEmptied(trial) || removesOutdated(trial))))
        && write.method().filter(m -> isOrdered(m, trial) || isHabit(trial, m)).isEmpty()
        && (!isOverwritten(trial) || isTestAndSet(trial))
        && !(benign.isMark(trial.operation())
            && !Answers.tellTheOutcome(trial.body())
            && trial.body().method().filter(FrameworkEntries::isLifeCycle).isPresent());
  }

  /** Whoever puts something into a container that was empty is not asked before it is removed. */
  private static boolean removesEmptied(Trial trial) {
    return trial.write().control().reads().stream()
        .map(Effect::location)
        .anyMatch(
            looked ->
                looked.last().equals(Optional.of(new Selector.Content(Index.WHOLE)))
                    && looked.owner().equals(trial.write().location()));
  }

  /**
   * Returns whether an entry is removed for what its value was, which others replace: a value that
   * never changes itself is another one by then.
   */
  private boolean removesOutdated(Trial trial) {
    return trial.operation() instanceof CheckThenAct act
        && (act.read().location().equals(act.write().location())
            || act.read().location().startsWith(act.write().location().owner()))
        && act.read().location().selectors().size() >= act.write().location().selectors().size()
        && trial
            .variable()
            .map(map -> map.type.getTypeArguments())
            .filter(types -> types.size() == 2 && benign.neverChanges(types.last()))
            .isPresent()
        && others.writes(trial).stream()
            .anyMatch(
                write ->
                    write.through().stream()
                        .flatMap(call -> call.model().stream())
                        .anyMatch(model -> model.effect(Stores.class).isPresent()));
  }

  private static boolean isOverwritten(Trial trial) {
    return trial.kind() == LocationKind.VOLATILE
        || (trial.kind() == LocationKind.ATOMIC
            && trial.write().access().kind() == Access.Kind.WRITE);
  }

  /**
   * Returns whether a variable is tested for no other purpose than to be set: at once, or to what
   * it was compared with. A flag that is looked at now and set much later is a signal, and a
   * constructor that looks whether it was the first makes a singleton.
   */
  private boolean isTestAndSet(Trial trial) {
    if (!(trial.operation() instanceof CheckThenAct act)) {
      return true;
    }
    if (benign.isNormalization(act) || trial.body().isInitialization()) {
      return false;
    }
    int distance = act.write().at().order() - act.read().at().order();
    Sources value = act.write().data();
    Sources test = act.write().control();
    boolean compared =
        value.variables().stream().anyMatch(test.variables()::contains)
            || value.reads().stream().anyMatch(test.reads()::contains);
    return compared || distance <= MAX_DISTANCE;
  }

  /** Calls that remove or add one element whatever was looked at lose nothing by themselves. */
  private static boolean isKeyedRecheck(Access write) {
    return write.kind() == Access.Kind.UPDATE
        && write.location().last().orElse(null) instanceof Selector.Content content
        && !content.index().equals(Index.WHOLE)
        && write.through().flatMap(Call::model).filter(MethodModel::counts).isEmpty()
        && (write.isConditional()
            || write.through().stream()
                .flatMap(call -> call.model().stream())
                .noneMatch(model -> model.effect(Stores.class).isPresent()));
  }

  /**
   * Returns whether a method tells its caller that the element was not there yet, and two threads
   * that add the same one are told so both.
   */
  private static boolean isAnsweredTwice(Trial trial) {
    Access write = trial.write().access();
    return trial.operation() instanceof CheckThenAct act
        && write.isConditional()
        && act.read().location().equals(act.write().location())
        && act.read().via().isEmpty()
        && act.write().via().isEmpty()
        && write.through().filter(call -> !call.isResultUsed()).isPresent()
        && write.through().flatMap(Call::model).filter(DeclarationEvidence::stores).isPresent()
        && Answers.differ(write.body());
  }

  private static boolean stores(MethodModel model) {
    return model.effect(Stores.class).isPresent() && model.effects(CallsInPlace.class).isEmpty();
  }

  /** Who takes care of other writers elsewhere has several of them. */
  private boolean isOrdered(MethodSymbol method, Trial trial) {
    return ORDERED.contains(method.getSimpleName().toString())
        && others.writes(trial).stream().noneMatch(other -> other.kind() == Access.Kind.UPDATE);
  }

  private boolean isHabit(Trial trial, MethodSymbol method) {
    String type =
        trial
            .variable()
            .map(v -> v.type.tsym.getQualifiedName().toString())
            .orElse(method.enclClass().getQualifiedName().toString());
    ClassSymbol user = trial.body().enclosingClass();
    return (HABITS.contains(type)
            && !locksHabits(user)
            && ways(trial).stream().noneMatch(documented))
        || (type.equals(BUFFER) && !thinksOfThreads(trial.body().enclosingClass()));
  }

  /** Returns whether a class holds the monitor of such a container around several steps. */
  private boolean locksHabits(ClassSymbol type) {
    return lockingHabits.computeIfAbsent(
        type,
        t ->
            index.bodiesOf(t).stream()
                .flatMap(body -> body.calls().stream())
                .map(call -> call.point().monitor())
                .filter(Objects::nonNull)
                .flatMap(monitor -> monitor.lock().paths().stream())
                .flatMap(lock -> lock.variable().stream())
                .anyMatch(lock -> HABITS.contains(lock.type.tsym.getQualifiedName().toString())));
  }

  /** Returns whether a class has a volatile variable, or one that is there for threads. */
  private boolean thinksOfThreads(ClassSymbol type) {
    for (Symbol member : type.members().getSymbols()) {
      if (member instanceof VarSymbol field
          && ((field.flags() & Flags.VOLATILE) != 0
              || index.library().flags(field.type.tsym, index.types()).stream()
                  .anyMatch(OF_THREADS::contains))) {
        return true;
      }
    }
    return false;
  }
}
