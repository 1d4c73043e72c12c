package dev.interlock.library;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.interlock.library.MethodEffect.Accesses;
import dev.interlock.library.MethodEffect.CallsInPlace;
import dev.interlock.library.MethodEffect.ClaimsResult;
import dev.interlock.library.MethodEffect.LockAction;
import dev.interlock.library.MethodEffect.Locks;
import dev.interlock.library.MethodEffect.Result;
import dev.interlock.library.MethodEffect.Returns;
import dev.interlock.library.MethodEffect.Stores;
import dev.interlock.library.MethodEffect.Use;
import java.util.Optional;

/** All that is known of one library method: a list of independent {@link MethodEffect effects}. */
public record MethodModel(ImmutableList<MethodEffect> effects) {

  /** Returns the effects of one kind, in the order of the data file. */
  public <E extends MethodEffect> ImmutableList<E> effects(Class<E> kind) {
    return effect(kind).isEmpty()
        ? ImmutableList.of() // as for nearly every method: this is asked at all calls
        : effects.stream().filter(kind::isInstance).map(kind::cast).collect(toImmutableList());
  }

  /** Returns the first effect of one kind. */
  public <E extends MethodEffect> Optional<E> effect(Class<E> kind) {
    for (MethodEffect effect : effects) {
      if (kind.isInstance(effect)) {
        return Optional.of(kind.cast(effect));
      }
    }
    return Optional.empty();
  }

  /** Returns whether the method removes an element from a container and returns it. */
  public boolean takesOut() {
    return effect(Returns.class).filter(r -> r.result() == Result.ELEMENT).isPresent()
        && effect(Accesses.class).filter(a -> a.use() == Use.UPDATE).isPresent()
        && effect(Stores.class).isEmpty()
        && effect(CallsInPlace.class).isEmpty();
  }

  /** Returns whether the method gives a lock up and takes it again before it returns. */
  public boolean isWait() {
    return effects(Locks.class).stream()
        .anyMatch(locks -> locks.action() == LockAction.RELEASE_AND_REACQUIRE);
  }

  /** Returns whether the method puts another element in the place of the one that it returns. */
  public boolean exchanges() {
    return effect(Returns.class).filter(r -> r.result() == Result.ELEMENT).isPresent()
        && effect(Accesses.class)
            .filter(a -> a.use() != Use.READ && a.value().isPresent() && !a.conditional())
            .isPresent()
        && effect(CallsInPlace.class).isEmpty();
  }

  /** Returns whether the method counts up or down, so that each of its callers gets a number. */
  public boolean counts() {
    return effect(ClaimsResult.class).isPresent();
  }
}
