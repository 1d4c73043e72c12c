package dev.interlock.library;

import static com.google.common.truth.Truth.assertThat;
import static java.util.Arrays.asList;
import static org.junit.jupiter.params.provider.Arguments.arguments;

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
import dev.interlock.library.MethodEffect.Requires;
import dev.interlock.library.MethodEffect.Result;
import dev.interlock.library.MethodEffect.Returns;
import dev.interlock.library.MethodEffect.Runs;
import dev.interlock.library.MethodEffect.RunsOn;
import dev.interlock.library.MethodEffect.Signals;
import dev.interlock.library.MethodEffect.Stores;
import dev.interlock.library.MethodEffect.Use;
import dev.interlock.library.MethodEffect.Wait;
import dev.interlock.library.MethodEffect.Yields;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each clause of a method line means. */
final class EffectParserTest {
  private static final OptionalInt NONE = OptionalInt.empty();
  private static final OptionalInt ZERO = OptionalInt.of(0);
  private static final OptionalInt ONE = OptionalInt.of(1);
  private static final Operand FIRST = new Operand(0);

  @ParameterizedTest
  @MethodSource
  void clauseMeans(String clause, MethodEffect effect) {
    SourceLine line = SourceLine.of("test.model", 1, clause);

    assertThat(EffectParser.parse(new Clause(clause, line))).isEqualTo(effect);
  }

  static List<Arguments> clauseMeans() {
    return asList(
        arguments("launches 0", launches(FIRST, Runs.ONCE, RunsOn.POOL)),
        arguments(
            "launches receiver on own-thread", launches(Operand.RECEIVER, Runs.ONCE, RunsOn.OWN)),
        arguments(
            "launches 0 periodic on event-loop", launches(FIRST, Runs.PERIODIC, RunsOn.EVENT_LOOP)),
        arguments("launches 0 on completer", launches(FIRST, Runs.ONCE, RunsOn.COMPLETER)),
        arguments(
            "launches 0 parallel on 1 awaited",
            new Launches(
                FIRST, Runs.PARALLEL, RunsOn.EXECUTOR, Optional.of(new Operand(1)), true, false)),
        arguments(
            "launches 0 on receiver",
            new Launches(
                FIRST, Runs.ONCE, RunsOn.EXECUTOR, Optional.of(Operand.RECEIVER), false, false)),
        arguments(
            "launches 0 parallel-if-receiver gives-element awaited",
            new Launches(
                FIRST, Runs.PARALLEL_IF_RECEIVER_IS, RunsOn.POOL, Optional.empty(), true, true)),
        arguments("calls 0", new CallsInPlace(FIRST, false, false, false)),
        arguments(
            "calls 0 repeatedly gives-element atomic", new CallsInPlace(FIRST, true, true, true)),
        arguments("reads", new Accesses(Use.READ, Operand.RECEIVER, NONE, NONE, false, false)),
        arguments(
            "reads at-place", new Accesses(Use.READ, Operand.RECEIVER, NONE, NONE, false, true)),
        arguments("reads of=0 key=1", new Accesses(Use.READ, FIRST, ONE, NONE, false, false)),
        arguments(
            "writes key=0 value=1",
            new Accesses(Use.WRITE, Operand.RECEIVER, ZERO, ONE, false, false)),
        arguments(
            "updates value=1 conditional",
            new Accesses(Use.UPDATE, Operand.RECEIVER, NONE, ONE, true, false)),
        arguments("returns receiver", new Returns(Result.RECEIVER, NONE)),
        arguments("returns element", new Returns(Result.ELEMENT, NONE)),
        arguments("returns fresh", new Returns(Result.FRESH, NONE)),
        arguments("returns 1", new Returns(Result.OPERAND, ONE)),
        arguments("yields serial", new Yields(Trait.SERIAL, Optional.empty())),
        arguments(
            "yields mutex if 0=1",
            new Yields(Trait.MUTEX, Optional.of(new Condition(0, false, 1)))),
        arguments(
            "yields permits if 0>1",
            new Yields(Trait.PERMITS, Optional.of(new Condition(0, true, 1)))),
        arguments("delegates 0", new Delegates(FIRST)),
        arguments("acquires receiver", locks(LockAction.ACQUIRE, Operand.RECEIVER, false)),
        arguments("tries-to-acquire 0 shared", locks(LockAction.TRY_ACQUIRE, FIRST, true)),
        arguments(
            "releases receiver needs mutex",
            new Locks(
                LockAction.RELEASE,
                Operand.RECEIVER,
                false,
                Optional.of(Trait.MUTEX),
                Optional.empty())),
        arguments(
            "acquires receiver needs permits if 0>1",
            new Locks(
                LockAction.ACQUIRE,
                Operand.RECEIVER,
                false,
                Optional.of(Trait.PERMITS),
                Optional.of(new Condition(0, true, 1)))),
        arguments(
            "reacquires receiver",
            locks(LockAction.RELEASE_AND_REACQUIRE, Operand.RECEIVER, false)),
        arguments("asserts-held 0", locks(LockAction.IS_HELD, FIRST, false)),
        arguments("awaits tasks", new Awaits(Wait.TASKS, Optional.empty())),
        arguments("awaits tasks needs empty", new Awaits(Wait.TASKS, Optional.of(Trait.EMPTY))),
        arguments("signals", new Signals()),
        arguments("awaits barrier", new Awaits(Wait.BARRIER, Optional.empty())),
        arguments("gives 0 to 1", new Gives(FIRST, new Operand(1))),
        arguments("confined", new ConfinesResult()),
        arguments("claims", new ClaimsResult()),
        arguments("requires 1", new Requires(1)),
        arguments("stores 0 1", new Stores(ImmutableSet.of(0, 1))));
  }

  private static Launches launches(Operand task, Runs runs, RunsOn thread) {
    return new Launches(task, runs, thread, Optional.empty(), false, false);
  }

  private static Locks locks(LockAction action, Operand lock, boolean shared) {
    return new Locks(action, lock, shared, Optional.empty(), Optional.empty());
  }
}
