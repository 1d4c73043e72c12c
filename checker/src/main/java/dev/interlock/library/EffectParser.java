package dev.interlock.library;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.interlock.library.MethodEffect.Accesses;
import dev.interlock.library.MethodEffect.Awaits;
import dev.interlock.library.MethodEffect.CallsInPlace;
import dev.interlock.library.MethodEffect.ClaimsResult;
import dev.interlock.library.MethodEffect.Condition;
import dev.interlock.library.MethodEffect.ConfinesResult;
import dev.interlock.library.MethodEffect.Delegates;
import dev.interlock.library.MethodEffect.Gives;
import dev.interlock.library.MethodEffect.Launches;
import dev.interlock.library.MethodEffect.LockAction;
import dev.interlock.library.MethodEffect.Locks;
import dev.interlock.library.MethodEffect.Reorders;
import dev.interlock.library.MethodEffect.Requires;
import dev.interlock.library.MethodEffect.Result;
import dev.interlock.library.MethodEffect.Returns;
import dev.interlock.library.MethodEffect.Runs;
import dev.interlock.library.MethodEffect.Signals;
import dev.interlock.library.MethodEffect.Stores;
import dev.interlock.library.MethodEffect.Use;
import dev.interlock.library.MethodEffect.Wait;
import dev.interlock.library.MethodEffect.Yields;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the clauses of a method line, one {@link MethodEffect} each. */
final class EffectParser {
  private static final Words<Trait> TRAITS = Words.ofEnum("trait", Trait.class);
  private static final Words<Wait> WAITS = Words.ofEnum("wait", Wait.class);
  private static final Words<Runs> RUNS =
      new Words<>(
          "number of runs",
          ImmutableMap.of(
              "once", Runs.ONCE,
              "periodic", Runs.PERIODIC,
              "parallel", Runs.PARALLEL,
              "parallel-if-receiver", Runs.PARALLEL_IF_RECEIVER_IS,
              "periodic-if-scheduled", Runs.PERIODIC_IF_SCHEDULED,
              "in-turn-if-scheduled", Runs.IN_TURN_IF_SCHEDULED));
  private static final Words<MethodEffect.RunsOn> THREADS =
      new Words<>(
          "thread",
          ImmutableMap.of(
              "own-thread", MethodEffect.RunsOn.OWN,
              "event-loop", MethodEffect.RunsOn.EVENT_LOOP,
              "pool", MethodEffect.RunsOn.POOL,
              "completer", MethodEffect.RunsOn.COMPLETER));
  private static final Words<Result> RESULTS =
      new Words<>(
          "result",
          ImmutableMap.of(
              "receiver", Result.RECEIVER,
              "element", Result.ELEMENT,
              "fresh", Result.FRESH,
              "shared", Result.SHARED));

  /** The first word of a clause, with the form of the whole. */
  private enum Verb {
    LAUNCHES(
        "launches OPERAND"
            + " [once|periodic|parallel|parallel-if-receiver|periodic-if-scheduled"
            + "|in-turn-if-scheduled]"
            + " [on OPERAND|own-thread|event-loop|pool|completer] [gives-element] [awaited]"),
    CALLS("calls OPERAND [repeatedly] [gives-element] [atomic]"),
    READS("reads [of=ARGUMENT] [key=ARGUMENT] [at-place]"),
    WRITES("writes [of=ARGUMENT] [key=ARGUMENT] [value=ARGUMENT] [at-place]"),
    UPDATES("updates [of=ARGUMENT] [key=ARGUMENT] [value=ARGUMENT] [conditional] [at-place]"),
    RETURNS("returns receiver|element|fresh|shared|ARGUMENT"),
    YIELDS("yields TRAIT [if ARGUMENT=NUMBER]"),
    DELEGATES("delegates ARGUMENT"),
    ACQUIRES("acquires OPERAND [shared] [needs TRAIT] [if CONDITION]"),
    TRIES_TO_ACQUIRE("tries-to-acquire OPERAND [shared] [needs TRAIT] [if CONDITION]"),
    RELEASES("releases OPERAND [shared] [needs TRAIT] [if CONDITION]"),
    REACQUIRES("reacquires OPERAND [shared] [needs TRAIT]"),
    ASSERTS_HELD("asserts-held OPERAND [shared] [needs TRAIT]"),
    AWAITS("awaits tasks|barrier [needs TRAIT]"),
    SIGNALS("signals"),
    GIVES("gives ARGUMENT to ARGUMENT"),
    CONFINED("confined"),
    CLAIMS("claims"),
    REQUIRES("requires ARGUMENT"),
    REORDERS("reorders"),
    STORES("stores ARGUMENT...");

    final String form;

    Verb(String form) {
      this.form = form;
    }
  }

  private static final Words<Verb> VERBS = Words.ofEnum("effect", Verb.class);

  private EffectParser() {}

  static MethodEffect parse(Clause clause) {
    Verb verb = clause.next(VERBS);
    MethodEffect effect = parse(verb, clause);
    clause.end(verb.form);
    return effect;
  }

  private static MethodEffect parse(Verb verb, Clause clause) {
    return switch (verb) {
      case LAUNCHES -> launches(clause);
      case CALLS ->
          new CallsInPlace(
              clause.operand(),
              clause.nextIf("repeatedly"),
              clause.nextIf("gives-element"),
              clause.nextIf("atomic"));
      case READS -> accesses(Use.READ, clause);
      case WRITES -> accesses(Use.WRITE, clause);
      case UPDATES -> accesses(Use.UPDATE, clause);
      case RETURNS -> returns(clause);
      case YIELDS -> yields(clause);
      case DELEGATES -> new Delegates(new Operand(clause.argument()));
      case ACQUIRES -> locks(LockAction.ACQUIRE, clause);
      case TRIES_TO_ACQUIRE -> locks(LockAction.TRY_ACQUIRE, clause);
      case RELEASES -> locks(LockAction.RELEASE, clause);
      case REACQUIRES -> locks(LockAction.RELEASE_AND_REACQUIRE, clause);
      case ASSERTS_HELD -> locks(LockAction.IS_HELD, clause);
      case AWAITS -> new Awaits(clause.next(WAITS), needed(clause));
      case SIGNALS -> new Signals();
      case GIVES -> gives(clause);
      case CONFINED -> new ConfinesResult();
      case CLAIMS -> new ClaimsResult();
      case REQUIRES -> new Requires(clause.argument());
      case REORDERS -> new Reorders();
      case STORES -> stores(clause);
    };
  }

  private static Launches launches(Clause clause) {
    Operand task = clause.operand();
    Runs runs = clause.nextIf(RUNS).orElse(Runs.ONCE);
    MethodEffect.RunsOn thread = MethodEffect.RunsOn.POOL;
    Optional<Operand> executor = Optional.empty();
    if (clause.nextIf("on")) {
      Optional<MethodEffect.RunsOn> named = clause.nextIf(THREADS);
      thread = named.orElse(MethodEffect.RunsOn.EXECUTOR);
      executor = named.isPresent() ? Optional.empty() : Optional.of(clause.operand());
    }
    boolean givesElement = clause.nextIf("gives-element");
    return new Launches(task, runs, thread, executor, clause.nextIf("awaited"), givesElement);
  }

  private static Accesses accesses(Use use, Clause clause) {
    OptionalInt container = clause.setting("of");
    OptionalInt key = clause.setting("key");
    OptionalInt value = use == Use.READ ? OptionalInt.empty() : clause.setting("value");
    return new Accesses(
        use,
        container.isPresent() ? new Operand(container.getAsInt()) : Operand.RECEIVER,
        key,
        value,
        use == Use.UPDATE && clause.nextIf("conditional"),
        clause.nextIf("at-place"));
  }

  private static Returns returns(Clause clause) {
    return clause
        .nextIf(RESULTS)
        .map(result -> new Returns(result, OptionalInt.empty()))
        .orElseGet(() -> new Returns(Result.OPERAND, OptionalInt.of(clause.argument())));
  }

  private static Yields yields(Clause clause) {
    Trait trait = clause.next(TRAITS);
    return new Yields(trait, conditionIfAny(clause));
  }

  private static Optional<Condition> conditionIfAny(Clause clause) {
    return clause.nextIf("if") ? Optional.of(condition(clause)) : Optional.empty();
  }

  private static Condition condition(Clause clause) {
    String condition = clause.next("a condition such as 0=1");
    int relation = CharMatcher.anyOf("=>").indexIn(condition);
    if (relation < 0) {
      throw clause
          .line()
          .invalid("'%s' is not a condition such as 0=1 or 0>1".formatted(condition));
    }
    return new Condition(
        clause.number(condition.substring(0, relation)),
        condition.charAt(relation) == '>',
        clause.number(condition.substring(relation + 1)));
  }

  private static Locks locks(LockAction action, Clause clause) {
    Operand lock = clause.operand();
    boolean shared = clause.nextIf("shared");
    return new Locks(action, lock, shared, needed(clause), conditionIfAny(clause));
  }

  private static Optional<Trait> needed(Clause clause) {
    return clause.nextIf("needs") ? Optional.of(clause.next(TRAITS)) : Optional.empty();
  }

  private static Gives gives(Clause clause) {
    Operand value = new Operand(clause.argument());
    if (!clause.nextIf("to")) {
      clause.end(Verb.GIVES.form);
    }
    return new Gives(value, new Operand(clause.argument()));
  }

  private static Stores stores(Clause clause) {
    ImmutableSet.Builder<Integer> operands = ImmutableSet.builder();
    do {
      operands.add(clause.argument());
    } while (clause.hasNext());
    return new Stores(operands.build());
  }
}
