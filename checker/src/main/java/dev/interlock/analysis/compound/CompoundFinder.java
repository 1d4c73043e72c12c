package dev.interlock.analysis.compound;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.compound.CompoundOperation.CheckThenAct;
import dev.interlock.analysis.compound.CompoundOperation.Drain;
import dev.interlock.analysis.compound.CompoundOperation.Mutation;
import dev.interlock.analysis.compound.CompoundOperation.Numbering;
import dev.interlock.analysis.compound.CompoundOperation.ReadModifyWrite;
import dev.interlock.analysis.lock.Claims;
import dev.interlock.analysis.lock.HeldLock;
import dev.interlock.library.MethodEffect.Accesses;
import dev.interlock.library.MethodEffect.Use;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the compound operations of a body among its effects. */
public final class CompoundFinder {
  private static final ImmutableSet<String> EXTREMES = ImmutableSet.of("max", "min");

  private CompoundFinder() {}

  /** Returns the compound operations that {@code body} itself puts together, in source order. */
  public static List<CompoundOperation> operationsOf(Body body, EffectSummary summary) {
    List<CompoundOperation> found = new ArrayList<>();
    UnrepeatedWaits waits = new UnrepeatedWaits(body, summary);
    for (Effect effect : summary.effects()) {
      if (effect.access().isWrite() && !isForeign(effect) && !Drains.takesOff(effect)) {
        Optional<CompoundOperation> operation = operation(body, effect, summary);
        operation.ifPresent(found::add);
        waits
            .checkBefore(effect)
            .map(read -> new CheckThenAct(body, read, effect, throughout(read, effect)))
            .ifPresent(found::add);
        if (operation.isEmpty() || mayDrain(operation.get())) {
          Drains.readBefore(effect, summary)
              .filter(read -> !isOfChange(read, summary))
              .filter(
                  read -> operation.flatMap(CompoundFinder::readOf).filter(read::equals).isEmpty())
              .map(read -> drain(body, read, effect))
              .ifPresent(found::add);
        }
        if (operation.isEmpty()) {
          Numberings.readBeside(effect, body, summary)
              .map(read -> new Numbering(body, read, effect, throughout(read, effect)))
              .ifPresent(found::add);
        }
        if (operation.isEmpty() && effect.via().isEmpty() && isContent(effect.location())) {
          found.add(new Mutation(body, effect, effect.locks()));
        }
      }
    }
    return found;
  }

  private static Drain drain(Body body, Effect read, Effect write) {
    return new Drain(body, read, write, throughout(read, write), Drains.isExchange(write));
  }

  /** Who looks whether there is anything in a container may do so in order to empty it. */
  private static boolean mayDrain(CompoundOperation operation) {
    return operation instanceof CheckThenAct && isContent(operation.location());
  }

  private static Optional<Effect> readOf(CompoundOperation operation) {
    return operation instanceof CheckThenAct check ? Optional.of(check.read()) : Optional.empty();
  }

  /**
   * What a library returns is not known here; what a method of the compilation returns may be, but
   * what its methods do to it then is its own affair.
   */
  private static boolean isForeign(Effect effect) {
    return effect.location().root() instanceof Root.Result result
        && (effect.via().isPresent() || result.call().model().isPresent());
  }

  private static Optional<CompoundOperation> operation(
      Body body, Effect write, EffectSummary summary) {
    if (write.access().isConditional()
        && (!IgnoredExchange.is(write) || HarmlessChecks.isLookedAtAgain(write, summary))) {
      return insertion(body, write, summary);
    }
    Optional<Effect> computedFrom = latest(write, write.data(), summary);
    Optional<Effect> decidedBy =
        latest(write, write.control(), summary)
            .filter(read -> !UnrepeatedWaits.isRepeatedByWait(read, write, summary));
    if (decidedBy.isPresent() && isRechecked(write, decidedBy.get(), computedFrom)) {
      return Optional.of(
          new CheckThenAct(body, decidedBy.get(), write, throughout(decidedBy.get(), write)));
    }
    if (decidedBy.isPresent()
        && isLimitOutside(write, decidedBy.get(), computedFrom)
        && !isActedUpon(decidedBy.get(), write, summary)) {
      return Optional.of(new CheckThenAct(body, decidedBy.get(), write, ImmutableSet.of()));
    }
    if (computedFrom.isPresent()) {
      return Optional.of(
          new ReadModifyWrite(
              body, computedFrom.get(), write, throughout(computedFrom.get(), write)));
    }
    if (decidedBy.isEmpty()) {
      return Optional.empty(); // as nearly always
    }
    return decidedBy
        .filter(read -> write.via().isEmpty() || !(write.isSelfContained() || asksAgain(write)))
        .filter(read -> !HarmlessChecks.isTested(write) && !HarmlessChecks.isDecidedAgain(write))
        .filter(read -> !isActedUpon(read, write, summary))
        .filter(read -> !isOfChange(read, summary))
        .filter(read -> !HarmlessChecks.isHarmless(read, write, summary))
        .filter(read -> !HarmlessChecks.isProtocol(read, write, body))
        .filter(read -> !FailureMarks.is(read, write, body))
        .map(read -> new CheckThenAct(body, read, write, throughout(read, write)));
  }

  /**
   * What adds looks again itself, but what else the check decides about does not, and nor does who
   * goes on with what was not added.
   */
  private static Optional<CompoundOperation> insertion(
      Body body, Effect write, EffectSummary summary) {
    return latest(write, write.control(), summary)
        .filter(
            read ->
                HarmlessChecks.isLateInsertion(read, write, summary) || IgnoredInsertion.is(write))
        .map(read -> new CheckThenAct(body, read, write, throughout(read, write)));
  }

  /** Returns whether a write depends on a read of its own, made in one critical section with it. */
  static boolean isSelfContained(Effect write) {
    Stream<Sources> deciding =
        isExtreme(write.access().point().tree())
            ? Stream.of(write.control(), write.data())
            : Stream.of(write.control());
    return write.access().isConditional()
        || ownReads(write, deciding).anyMatch(read -> !throughout(read, write).isEmpty());
  }

  /** The greater, or lesser, one of two values is right whatever was looked at before. */
  private static boolean isExtreme(Tree write) {
    return write instanceof AssignmentTree assignment
        && ASTHelpers.stripParentheses(assignment.getExpression())
            instanceof MethodInvocationTree call
        && ASTHelpers.getSymbol(call).owner.getQualifiedName().contentEquals("java.lang.Math")
        && EXTREMES.contains(ASTHelpers.getSymbol(call).getSimpleName().toString());
  }

  /** Returns whether a write depends on a read of its own location. */
  static boolean readsItself(Effect write) {
    return write.access().isWrite()
        && ownReads(write, Stream.of(write.data(), write.control())).findAny().isPresent();
  }

  /** Returns whether what is written is computed from the written location's own value. */
  public static boolean readsItself(Sources data, Effect write) {
    return ownReads(write, Stream.of(data)).findAny().isPresent();
  }

  private static Stream<Effect> ownReads(Effect write, Stream<Sources> sources) {
    return sources
        .flatMap(some -> some.reads().stream())
        .filter(read -> read != write && sameLocation(read, write));
  }

  /** A check under the lock of the write makes up for an earlier read outside of it. */
  private static boolean isRechecked(Effect write, Effect check, Optional<Effect> computedFrom) {
    return computedFrom.isPresent()
        && computedFrom.get() != check
        && throughout(computedFrom.get(), write).isEmpty()
        && !throughout(check, write).isEmpty();
  }

  /**
   * Returns whether a number is counted under a lock, but was compared with its limit before that
   * lock was taken: two threads that both find room go beyond it.
   */
  private static boolean isLimitOutside(Effect write, Effect check, Optional<Effect> computedFrom) {
    return write.via().isEmpty()
        && check.via().isEmpty()
        && throughout(check, write).isEmpty()
        && computedFrom.filter(read -> !throughout(read, write).isEmpty()).isPresent()
        && write.location().last().orElse(null) instanceof Selector.Field
        && !isExtreme(write.access().point().tree())
        && !isMeasuredAnew(write, check, computedFrom.get())
        && HarmlessChecks.isLimitOf(check, write);
  }

  /**
   * Returns whether how much is written follows from another look, under a lock, than the check.
   */
  private static boolean isMeasuredAnew(Effect write, Effect check, Effect computedFrom) {
    return ownReads(write, Stream.of(write.data()))
        .filter(read -> read != computedFrom && !read.locks().isEmpty())
        .anyMatch(read -> read.at().order() > check.at().order());
  }

  /**
   * Returns the read of the same location that comes last before the write; the best locked one.
   */
  private static Optional<Effect> latest(Effect write, Sources sources, EffectSummary summary) {
    List<Effect> same = readsOf(write, sources);
    return same.isEmpty() ? Optional.empty() : latest(write, same, summary);
  }

  /** Returns those of the sources that read what is written; most often there are none. */
  private static List<Effect> readsOf(Effect write, Sources sources) {
    List<Effect> same = List.of();
    for (Effect read : sources.reads()) {
      if (read != write && !read.access().isConditional() && sameLocation(read, write)) {
        same = same.isEmpty() ? new ArrayList<>(2) : same;
        same.add(read);
      }
    }
    return same;
  }

  private static Optional<Effect> latest(Effect write, List<Effect> reads, EffectSummary summary) {
    return reads.stream()
        .filter(read -> read.via().isEmpty() || !read.via().equals(write.via()))
        .filter(read -> !isTaken(read, write) && !isValidated(read, write, summary))
        .filter(read -> !HarmlessChecks.isOfTaking(read, summary))
        .filter(read -> !HarmlessChecks.isOfClaiming(read, summary))
        .filter(read -> !isClaim(read, write, summary) && !Marks.lastFrom(read, write, summary))
        .filter(read -> !HarmlessChecks.isRevalidated(read, write) && !isExpected(read, write))
        .max(
            Comparator.<Effect>comparingInt(read -> throughout(read, write).size())
                .thenComparingInt(read -> read.at().order()));
  }

  /**
   * Returns whether a method that writes looks first, under its lock, whether what the caller has
   * read is still there: a version that is expected, say.
   */
  private static boolean isExpected(Effect read, Effect write) {
    return write.via().isPresent()
        && write.isSelfContained()
        && write.control().reads().contains(read);
  }

  /** What one step took out, or counted, belongs to the thread that did so; giving back is fine. */
  private static boolean isTaken(Effect read, Effect write) {
    return read.access().kind() == Access.Kind.UPDATE
        && read.access().through().isPresent()
        && (write.access().kind() == Access.Kind.UPDATE
            || isSwap(read)
            || !read.location().equals(write.location()));
  }

  /** Returns whether the method that writes looks for itself; then its own check is judged. */
  private static boolean asksAgain(Effect write) {
    return write.control().reads().stream()
        .filter(read -> read.via().equals(write.via()))
        .anyMatch(read -> sameLocation(read, write));
  }

  /** A method that looks and changes, such as {@code enter()}, answers for the change it made. */
  static boolean isOfChange(Effect read, EffectSummary summary) {
    return read.via().isPresent()
        && summary.effects().stream()
            .anyMatch(
                change ->
                    change.access().isWrite()
                        && change.via().equals(read.via())
                        && sameLocation(read.location(), change.location()));
  }

  /** {@code busy.getAndSet(true)} tells one thread only that it was not so before. */
  private static boolean isSwap(Effect read) {
    return read.access().through().stream()
        .flatMap(call -> call.model().stream())
        .flatMap(model -> model.effects(Accesses.class).stream())
        .anyMatch(access -> access.use() == Use.UPDATE && access.value().isPresent());
  }

  /** Returns whether the check was acted upon by an earlier write, which this one takes back. */
  private static boolean isActedUpon(Effect read, Effect write, EffectSummary summary) {
    return summary.effects().stream()
        .filter(act -> act != read && act != write && act.access().isWrite())
        .filter(act -> act.at().order() > read.at().order())
        .filter(act -> act.at().order() < write.at().order())
        .filter(act -> act.control().reads().contains(read))
        .anyMatch(act -> sameLocation(act.location(), write.location()));
  }

  /** A compare-and-set that depends on the read fails if the value has changed since. */
  private static boolean isValidated(Effect read, Effect write, EffectSummary summary) {
    return isValidated(
        read,
        summary.effects().stream()
            .filter(effect -> !effect.at().isAlternativeTo(write.at()))
            .filter(effect -> !isInItsPlace(write, effect)));
  }

  /** Returns whether a write is made where a compare-and-set has failed, as if it had not. */
  private static boolean isInItsPlace(Effect write, Effect exchange) {
    return write.via().isEmpty()
        && exchange.via().isEmpty()
        && Claims.isRefused(exchange.at().tree(), write.at());
  }

  /** Returns whether a compare-and-set depends on the read, wherever it is made. */
  static boolean isValidated(Effect read, EffectSummary summary) {
    return isValidated(read, summary.effects().stream());
  }

  private static boolean isValidated(Effect read, Stream<Effect> effects) {
    return effects.anyMatch(
        effect ->
            effect.access().isConditional()
                && effect.access().through().filter(Call::isResultUsed).isPresent()
                && sameLocation(effect.location(), read.location())
                && (effect.data().reads().contains(read)
                    || effect.control().reads().contains(read)));
  }

  /**
   * Who finds a mark unset and sets it, under one lock, is alone until it is taken back: what the
   * same read decides about later is the claimant's.
   */
  private static boolean isClaim(Effect read, Effect write, EffectSummary summary) {
    return throughout(read, write).isEmpty()
        && summary.effects().stream()
            .anyMatch(
                mark ->
                    mark != write
                        && mark.via().isEmpty()
                        && mark.access().kind() == Access.Kind.WRITE
                        && mark.control().reads().contains(read)
                        && mark.data().reads().isEmpty()
                        && sameLocation(read.location(), mark.location())
                        && !throughout(read, mark).isEmpty());
  }

  /** Returns the locks that both effects hold in the same critical section. */
  public static ImmutableSet<HeldLock> throughout(Effect read, Effect write) {
    if (read.locks().isEmpty()) {
      return ImmutableSet.of();
    }
    return write.locks().stream()
        .filter(lock -> write.locks().stream().anyMatch(l -> isUnbroken(l, lock, read)))
        .collect(ImmutableSet.toImmutableSet());
  }

  /** A shared lock may be upgraded on the way without being released. */
  private static boolean isUnbroken(HeldLock kept, HeldLock lock, Effect read) {
    return kept.paths().equals(lock.paths())
        && read.locks().stream().anyMatch(l -> l.section() == kept.section());
  }

  /** Keys that two methods call by different names are the same if they come from one variable. */
  private static boolean sameLocation(Effect read, Effect write) {
    if (read.via().isEmpty() && write.via().isEmpty()) {
      return sameLocation(read.location(), write.location());
    }
    return sameLocation(read.location(), write.location())
        || (HarmlessChecks.isKeyed(read.location())
            && HarmlessChecks.isKeyed(write.location())
            && read.location().owner().equals(write.location().owner())
            && KeyOrigins.shareVariable(read.location(), write.location()));
  }

  /**
   * Returns whether two paths of one body name the same location, or elements that may be the same.
   */
  static boolean sameLocation(AccessPath a, AccessPath b) {
    if (!a.root().equals(b.root()) || a.selectors().size() != b.selectors().size()) {
      return false;
    }
    for (int i = 0; i < a.selectors().size(); i++) {
      if (!overlaps(a.selectors().get(i), b.selectors().get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean overlaps(Selector a, Selector b) {
    if (a instanceof Selector.Element x && b instanceof Selector.Element y) {
      return x.index().overlaps(y.index());
    }
    if (a instanceof Selector.Content x && b instanceof Selector.Content y) {
      return x.index().overlaps(y.index());
    }
    return a.equals(b);
  }

  private static boolean isContent(AccessPath location) {
    return location.last().orElse(null) instanceof Selector.Content;
  }
}
