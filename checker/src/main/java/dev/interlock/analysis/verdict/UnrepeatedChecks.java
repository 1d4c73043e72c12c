package dev.interlock.analysis.verdict;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.TypeTag;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Dependency;
import dev.interlock.analysis.body.Point.Condition;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.compound.CompoundOperation.CheckThenAct;
import dev.interlock.analysis.compound.Effect;
import dev.interlock.analysis.lock.HeldLock;
import dev.interlock.analysis.sharing.FrameworkEntries;
import dev.interlock.analysis.sharing.LocationKind;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The evidence of a lock that is taken for the change alone: who has found that there is no value
 * yet, and waited for the lock, does not look again, and makes the value once more.
 */
final class UnrepeatedChecks implements Evidence {
  /** A lock that belongs to an object is this near to it, its own state included. */
  private static final int MAX_STEPS = 2;

  private final OpenEntries entries;
  private final Benign benign;

  UnrepeatedChecks(OpenEntries entries, Benign benign) {
    this.entries = entries;
    this.benign = benign;
  }

  @Override
  public Optional<Finding> of(Trial trial) {
    if (!(trial.operation() instanceof CheckThenAct act) || !concerns(act, trial.kind())) {
      return Optional.empty();
    }
    return trial.contexts().stream()
        .filter(c -> c.locks().isEmpty() && entries.isOpen(c, trial.kind()))
        .filter(c -> c.top().method().filter(FrameworkEntries::isLifeCycle).isEmpty())
        .findFirst()
        .map(c -> trial.alone(trial.kindIn(c), Witness.CHANGE, c));
  }

  /** Returns whether an operation changes under a lock what it has looked at without. */
  boolean concerns(CheckThenAct act, LocationKind kind) {
    return (kind == LocationKind.PLAIN || kind == LocationKind.VOLATILE)
        && isOwn(act.location())
        && act.throughout().isEmpty()
        && act.read().locks().isEmpty()
        && act.read().via().isEmpty()
        && isLockedForChange(act)
        && !isLookedAtAgain(act)
        && isOfOperation(act.write())
        && puts(act.write().access().point().tree())
        && asksWhetherThereIsOne(act)
        && matters(act);
  }

  /** A method that is there for others as well replaces the value whenever it is called. */
  private static boolean isOfOperation(Effect write) {
    return write.via().isEmpty() || write.via().get().method().isPrivate();
  }

  /**
   * Returns whether it makes a difference that the change is made twice: a mark alone is the same
   * both times, and so is a value that never changes.
   */
  private boolean matters(CheckThenAct act) {
    Access change = act.write().access();
    return isFlag(act)
        ? change.body().accesses().stream()
            .filter(other -> other.isWrite() && other.through().isEmpty())
            .anyMatch(other -> !other.location().equals(change.location()))
        : change.location().variable().filter(v -> !benign.neverChanges(v.type)).isPresent();
  }

  private static boolean isOwn(AccessPath location) {
    return location.isStatic()
        || (location.root() instanceof Root.This && location.selectors().size() == 1);
  }

  private static boolean isLockedForChange(CheckThenAct act) {
    return Stream.concat(act.write().locks().stream(), act.write().innerLocks().stream())
        .filter(lock -> lock.isExclusive() && !LockingEvidence.isClaim(lock))
        .flatMap(lock -> lock.paths().stream())
        .map(HeldLock::objectOf)
        .anyMatch(lock -> isOfObject(lock, act.location()));
  }

  private static boolean isOfObject(AccessPath lock, AccessPath location) {
    return location.isStatic()
        ? lock.isStatic() || lock.root() instanceof Root.ClassObject
        : lock.selectors().size() <= MAX_STEPS
            && (lock.root() instanceof Root.This || isGotFromPart(lock.root()));
  }

  /** Returns whether a lock was got from an object that this one keeps. */
  private static boolean isGotFromPart(Root lock) {
    return lock instanceof Root.Result got
        && !got.call().receiver().paths().isEmpty()
        && got.call().receiver().paths().stream().allMatch(p -> p.root() instanceof Root.This);
  }

  private static boolean isLookedAtAgain(CheckThenAct act) {
    return act.write().isSelfContained()
        || act.write().control().reads().stream()
            .filter(again -> again.location().equals(act.location()))
            .anyMatch(again -> !again.locks().isEmpty() || again.hasInnerLocks());
  }

  /** Returns whether a write puts something there, rather than takes it away. */
  private static boolean puts(Tree write) {
    return write instanceof AssignmentTree assignment
        && assignment.getExpression().getKind() != Tree.Kind.NULL_LITERAL
        && !Boolean.FALSE.equals(ASTHelpers.constValue(assignment.getExpression()));
  }

  private static boolean asksWhetherThereIsOne(CheckThenAct act) {
    for (Condition c = act.write().at().control(); c != null; c = c.outer()) {
      if (c.tree() instanceof ExpressionTree test
          && asks(c, act.read())
          && (isFlag(act) || comparesWithNull(test))) {
        return true;
      }
    }
    return false;
  }

  private static boolean asks(Condition condition, Effect read) {
    return condition.value().dependencies().stream()
        .anyMatch(d -> d instanceof Dependency.OnRead asked && asked.read() == read.access());
  }

  private static boolean isFlag(CheckThenAct act) {
    return act.location().variable().filter(v -> v.type.hasTag(TypeTag.BOOLEAN)).isPresent();
  }

  private static boolean comparesWithNull(ExpressionTree test) {
    return ASTHelpers.stripParentheses(test) instanceof BinaryTree binary
        && switch (binary.getKind()) {
          case CONDITIONAL_AND, CONDITIONAL_OR ->
              comparesWithNull(binary.getLeftOperand())
                  || comparesWithNull(binary.getRightOperand());
          default ->
              binary.getLeftOperand().getKind() == Tree.Kind.NULL_LITERAL
                  || binary.getRightOperand().getKind() == Tree.Kind.NULL_LITERAL;
        };
  }
}
