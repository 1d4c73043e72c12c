package dev.interlock.analysis.verdict;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.tools.javac.code.TypeTag;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Dependency;
import dev.interlock.analysis.body.Index;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.compound.CompoundOperation.Drain;
import dev.interlock.analysis.compound.CompoundOperation.Numbering;
import dev.interlock.analysis.compound.Drains;
import dev.interlock.analysis.sharing.Context;
import dev.interlock.analysis.sharing.FrameworkEntries;
import dev.interlock.analysis.sharing.LocationKind;
import dev.interlock.analysis.sharing.Parallelism;
import dev.interlock.analysis.sharing.Protection;
import dev.interlock.library.MethodEffect.Stores;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Variables and containers that are read out and then set back, while others add to them: what they
 * add in between is lost unseen. Also numbers that one step takes and another one moves on: two
 * threads take the same.
 */
final class LostOnReset {
  /** What tells something of a container, and nothing of what is in it. */
  private static final ImmutableSet<String> ABOUT_ALL = ImmutableSet.of("isEmpty", "size");

  private final Parallelism parallelism;
  private final Protection protection;
  private final OtherAccesses others;
  private final OpenEntries entries;

  LostOnReset(
      Parallelism parallelism, Protection protection, OtherAccesses others, OpenEntries entries) {
    this.parallelism = parallelism;
    this.protection = protection;
    this.others = others;
    this.entries = entries;
  }

  /** Returns the finding of a drain that another thread adds to meanwhile. */
  Optional<Finding> of(Trial trial) {
    boolean split =
        trial.operation().throughout().isEmpty()
            && trial.read().filter(r -> SplitSections.isSplit(r, trial.write())).isPresent();
    if (isExchange(trial)
        && trial.kind() != LocationKind.ATOMIC
        && trial.kind() != LocationKind.VOLATILE) {
      return Optional.empty();
    }
    Optional<FindingKind> kind = kindOf(trial, split && !isExchange(trial));
    if (kind.isEmpty() && isSwap(trial)) {
      return find(
          trial,
          FindingKind.UNSAFE_READ_MODIFY_WRITE,
          split,
          others.contentWrites(trial),
          Context::toOwner);
    }
    return kind.flatMap(k -> find(trial, k, split));
  }

  /**
   * Returns whether a container that a volatile variable names is replaced by an empty one and its
   * content made use of: who has looked the old one up by then still adds to it.
   */
  private static boolean isSwap(Trial trial) {
    return trial.kind() == LocationKind.VOLATILE
        && trial.operation() instanceof Drain drain
        && !drain.exchange()
        && drain.read().via().isEmpty()
        && drain.write().via().isEmpty()
        && usesContent(new Dependency.OnRead(drain.read().access()), trial.body());
  }

  private static boolean usesContent(Dependency old, Body body) {
    return body.calls().stream()
        .anyMatch(
            call ->
                call.arguments().stream().anyMatch(a -> a.dependencies().contains(old))
                    || (call.isResultUsed()
                        && call.receiver().dependencies().contains(old)
                        && !ABOUT_ALL.contains(call.method().getSimpleName().toString())));
  }

  private Optional<Finding> find(Trial trial, FindingKind kind, boolean split) {
    return find(trial, kind, split, adding(trial), there -> there)
        .or(() -> find(trial, kind, split, others.contentWrites(trial), Context::toOwner));
  }

  /** Two that replace the same value lose one of the new ones by themselves. */
  private List<Access> adding(Trial trial) {
    return collidesWithItself(trial)
        ? ImmutableList.<Access>builder()
            .add(trial.write().access())
            .addAll(others.writes(trial))
            .build()
        : others.writes(trial);
  }

  /** Returns whether two threads that do the same are in each other's way. */
  private static boolean collidesWithItself(Trial trial) {
    return isNumbering(trial) || isExchange(trial);
  }

  private static boolean isExchange(Trial trial) {
    return trial.operation() instanceof Drain drain && drain.exchange();
  }

  private static boolean isNumbering(Trial trial) {
    return trial.operation() instanceof Numbering;
  }

  private Optional<Finding> find(
      Trial trial,
      FindingKind kind,
      boolean split,
      List<Access> adding,
      UnaryOperator<Context> view) {
    for (Access other : adding) {
      if (!collidesWithItself(trial) && !adds(other) && !raises(other, trial)) {
        continue;
      }
      if (Drains.isRemovedCount(trial.write()) && !countsOn(other)) {
        continue;
      }
      for (Context here : trial.contexts()) {
        for (Context access : split ? allContextsOf(other) : others.contextsOf(other)) {
          Context there = view.apply(access);
          boolean entered = entries.isOpen(here, trial.kind());
          boolean open =
              (split && entered) || (isDeclared(trial, there) && (entered || here.isTask()));
          if ((open || parallelism.overlap(here, there))
              && parallelism.sameLocation(here, there)
              && !protection.excludesItself(here)
              && !protection.excludeEachOther(here, there)) {
            return Optional.of(trial.against(other, there, kind, witness(split, open), here));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Whoever is known to call the class that locks in two sections, others may as well. */
  private List<Context> allContextsOf(Access access) {
    return ImmutableList.<Context>builder()
        .addAll(others.contextsOf(access))
        .addAll(others.ownContextsOf(access))
        .build();
  }

  private static Witness witness(boolean split, boolean open) {
    return !open ? Witness.REACH : split ? Witness.LOCKING : Witness.DECLARATION;
  }

  /**
   * An atomic variable or concurrent container that anyone may add to and anyone may read out is
   * meant for threads; what comes late at the end of its object's life is lost anyway.
   */
  private boolean isDeclared(Trial trial, Context there) {
    boolean meant =
        trial.kind() == LocationKind.ATOMIC
            || (!trial.body().method().filter(FrameworkEntries::isLifeCycle).isPresent()
                && (trial.kind() == LocationKind.VOLATILE
                    || (trial.kind() == LocationKind.CONCURRENT_CONTENT
                        && (isNumbering(trial)
                            || isOfNumbers(trial.write().access())
                            || isWhole(trial.write().location())
                            || Drains.isRemovedCount(trial.write())))));
    return meant && entries.isOpen(there, trial.kind());
  }

  /** Returns whether an element of an array of atomic numbers is written. */
  private static boolean isOfNumbers(Access write) {
    return write.kind() == Access.Kind.WRITE
        && write
            .through()
            .flatMap(Call::model)
            .filter(m -> m.effect(Stores.class).isEmpty())
            .isPresent();
  }

  private static Optional<FindingKind> kindOf(Trial trial, boolean split) {
    if (split && trial.kind() != LocationKind.CONCURRENT_CONTENT) {
      return Optional.of(FindingKind.SPLIT_CRITICAL_SECTION);
    }
    if (!trial.operation().throughout().isEmpty()) {
      return Optional.of(FindingKind.INCONSISTENT_LOCKING);
    }
    return switch (trial.kind()) {
      case ATOMIC -> Optional.of(FindingKind.ATOMIC_GET_THEN_SET);
      case VOLATILE ->
          returnsWhatItRead(trial) || isFlag(trial)
              ? Optional.of(FindingKind.UNSAFE_READ_MODIFY_WRITE)
              : Optional.empty();
      case CONCURRENT_CONTENT -> Optional.of(FindingKind.NON_ATOMIC_CHECK_THEN_ACT);
      default -> Optional.empty();
    };
  }

  private static boolean isFlag(Trial trial) {
    return isExchange(trial)
        && trial.variable().filter(v -> v.type.hasTag(TypeTag.BOOLEAN)).isPresent();
  }

  /** Returns whether a method hands out what it takes down, as {@code getAndSet} does. */
  private static boolean returnsWhatItRead(Trial trial) {
    return trial
        .read()
        .filter(read -> trial.body().handedOut().contains(new Dependency.OnRead(read.access())))
        .isPresent();
  }

  /** Returns whether an access puts something in that the drain should have seen. */
  private static boolean adds(Access other) {
    boolean content = other.through().isPresent() && other.through().get().model().isPresent();
    if (!content) {
      return !other.written().dependencies().isEmpty();
    }
    return (other.kind() == Access.Kind.UPDATE || isPut(other))
        && (other.through().get().model().get().effect(Stores.class).isPresent()
            || !removes(other));
  }

  /** Returns whether an access goes on from the number that it finds, as {@code merge} does. */
  private static boolean countsOn(Access other) {
    return other.kind() == Access.Kind.UPDATE && !other.isConditional();
  }

  /** Returns whether an access raises a flag that the drain takes down. */
  private static boolean raises(Access other, Trial trial) {
    return trial.kind() == LocationKind.VOLATILE
        && other.body() != trial.body()
        && other.point().tree() instanceof AssignmentTree raised
        && trial.write().at().tree() instanceof AssignmentTree lowered
        && ASTHelpers.constValue(raised.getExpression()) instanceof Boolean flag
        && ASTHelpers.constValue(lowered.getExpression()) instanceof Boolean reset
        && !flag.equals(reset);
  }

  private static boolean isPut(Access other) {
    return other.kind() == Access.Kind.WRITE
        && other.location().last().orElse(null) instanceof Selector.Content
        && !isWhole(other.location());
  }

  private static boolean isWhole(AccessPath location) {
    return location.last().equals(Optional.of(new Selector.Content(Index.WHOLE)));
  }

  private static boolean removes(Access other) {
    String name = other.method().orElseThrow().getSimpleName().toString();
    return name.startsWith("remove") || name.startsWith("poll") || name.startsWith("pop");
  }
}
