package dev.interlock.analysis.verdict;

import com.google.common.collect.ImmutableSet;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.compound.Effect;
import dev.interlock.analysis.lock.HeldLock;
import dev.interlock.analysis.sharing.Context;
import dev.interlock.analysis.sharing.Crossing;
import dev.interlock.analysis.sharing.LocationKind;
import dev.interlock.library.MethodEffect.RunsOn;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An update that can be lost.
 *
 * @param tree where to report it
 * @param body the body that makes the update
 * @param read the read that the write depends on, if there is one
 * @param write the write
 * @param location what sort of memory it is
 * @param witness how we know that the location is shared
 * @param run how one thread gets to the update
 * @param other how another thread gets to a conflicting access; empty if it makes the same update
 * @param conflicting the conflicting write, if it is another one
 * @param otherLocks the locks that the conflicting accesses hold
 */
public record Finding(
    FindingKind kind,
    Tree tree,
    Body body,
    Optional<Effect> read,
    Effect write,
    LocationKind location,
    Witness witness,
    Context run,
    Optional<Context> other,
    Optional<Access> conflicting,
    ImmutableSet<HeldLock> otherLocks) {

  /**
   * Returns whether the check is made again under the lock of the write: then nothing is written
   * twice, but who looks without the lock may see an object that is half made.
   */
  public boolean isPublication() {
    return kind == FindingKind.NON_ATOMIC_CHECK_THEN_ACT
        && read.filter(check -> check.locks().isEmpty()).isPresent()
        && write.control().reads().stream()
            .filter(again -> !again.locks().isEmpty())
            .anyMatch(again -> again.location().equals(write.location()));
  }

  /**
   * Returns whether what another thread adds to an object is lost because the variable that names
   * the object is given another one.
   */
  public boolean losesContent() {
    return conflicting
        .map(Access::location)
        .filter(inside -> isContent(inside) && !isContent(write.location()))
        .isPresent();
  }

  private static boolean isContent(AccessPath location) {
    return location.last().orElse(null) instanceof Selector.Content;
  }

  /**
   * Returns whether a task that {@code type} hands to another thread takes part, if it is a
   * framework's one thread that calls {@code type}.
   */
  boolean leavesThread(ClassSymbol type) {
    return witness == Witness.REACH
        && Stream.concat(Stream.of(run), other.stream())
            .flatMap(context -> context.crossings().stream())
            .map(Crossing::run)
            .filter(task -> task.creator().enclosingClass() == type && !task.isPeriodic())
            .flatMap(task -> task.launch().stream())
            .anyMatch(launch -> launch.thread() != RunsOn.EVENT_LOOP);
  }

  /** Returns how sure the finding is. */
  public Confidence confidence() {
    return Grading.of(this);
  }
}
