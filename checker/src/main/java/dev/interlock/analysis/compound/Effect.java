package dev.interlock.analysis.compound;

import com.google.common.collect.ImmutableSet;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Point;
import dev.interlock.analysis.lock.HeldLock;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An access as one body sees it: made by the body itself, or by a method that it calls. Compared by
 * identity.
 */
public final class Effect {
  static final Supplier<ImmutableSet<HeldLock>> NO_LOCKS = ImmutableSet::of;

  private final Access access;
  private final AccessPath location;
  private final Point at;
  private final Optional<Call> via;
  private final ImmutableSet<HeldLock> locks;
  private final Supplier<ImmutableSet<HeldLock>> innerLocks;
  private Sources data = Sources.NONE;
  private Sources control = Sources.NONE;
  private boolean selfContained;

  /** This effect as what a value comes from, kept because several values may. */
  private @Nullable Sources asSource;

  Effect(
      Access access,
      AccessPath location,
      Point at,
      Optional<Call> via,
      ImmutableSet<HeldLock> locks,
      Supplier<ImmutableSet<HeldLock>> innerLocks) {
    this.access = access;
    this.location = location;
    this.at = at;
    this.via = via;
    this.locks = locks;
    this.innerLocks = innerLocks;
  }

  void dependsOn(Sources dataSources, Sources controlSources) {
    data = dataSources;
    control = controlSources;
  }

  /** Returns the sources of a value that was read here. */
  Sources asSource() {
    if (asSource == null) {
      asSource = new Sources(ImmutableSet.of(this), ImmutableSet.of(), /* self= */ false);
    }
    return asSource;
  }

  void selfContained() {
    selfContained = true;
  }

  /**
   * Returns whether the code that makes the write reads the location again, in one critical section
   * or atomic step with the write: earlier reads of its callers are then mere hints.
   */
  public boolean isSelfContained() {
    return selfContained;
  }

  /** Returns the access itself, wherever it is made. */
  public Access access() {
    return access;
  }

  /** Returns the location in terms of the body that sees the effect. */
  public AccessPath location() {
    return location;
  }

  /** Returns where the body makes the access, or calls what makes it. */
  public Point at() {
    return at;
  }

  /** Returns the call through which the access is made, unless the body makes it itself. */
  public Optional<Call> via() {
    return via;
  }

  /** Returns the locks that the body holds at {@link #at}. */
  public ImmutableSet<HeldLock> locks() {
    return locks;
  }

  /** Returns whether the called methods hold locks for the access alone. */
  public boolean hasInnerLocks() {
    return innerLocks != NO_LOCKS;
  }

  /** Returns the locks that the called methods hold for the access alone, in terms of the body. */
  public ImmutableSet<HeldLock> innerLocks() {
    return innerLocks.get();
  }

  /** Returns what a written value was computed from. */
  public Sources data() {
    return data;
  }

  /** Returns what decided whether the access happens. */
  public Sources control() {
    return control;
  }
}
