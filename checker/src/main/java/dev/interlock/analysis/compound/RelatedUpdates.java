package dev.interlock.analysis.compound;

import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.body.Value;
import dev.interlock.library.MethodEffect.Stores;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds pairs of containers of one object that belong together, and updates that change the two one
 * after the other where others can see the state in between: the multi-variable invariants of Lu et
 * al., MUVI, 2007.
 */
public final class RelatedUpdates {

  /** Two writes that belong together. */
  public record Pair(Body body, Effect first, Effect second) {}

  private record Fields(VarSymbol one, VarSymbol other) {}

  private final EffectSummaries summaries;

  /** Containers that some method accesses in one critical section. */
  private final Set<Fields> together = new HashSet<>();

  /** Containers of which the second holds what was computed from the first. */
  private final Set<Fields> derived = new HashSet<>();

  private RelatedUpdates(EffectSummaries summaries) {
    this.summaries = summaries;
  }

  /** Returns the split updates among the methods of one class. */
  public static List<Pair> among(Collection<Body> bodies, EffectSummaries summaries) {
    RelatedUpdates related = new RelatedUpdates(summaries);
    bodies.forEach(related::learn);
    List<Pair> found = new ArrayList<>();
    if (!related.together.isEmpty() || !related.derived.isEmpty()) {
      bodies.stream()
          .filter(body -> !body.isInitialization())
          .forEach(body -> related.find(body).ifPresent(found::add));
    }
    return found;
  }

  private void learn(Body body) {
    List<Effect> contents =
        summaries.of(body).effects().stream()
            .filter(effect -> container(effect.location()).isPresent())
            .toList();
    for (Effect one : contents) {
      for (Effect other : contents) {
        Optional<Fields> fields = fields(one, other);
        if (fields.isPresent() && !CompoundFinder.throughout(one, other).isEmpty()) {
          together.add(fields.get());
        }
      }
      for (Effect source : one.data().reads()) {
        if (one.access().isWrite() && stores(one)) {
          fields(source, one).ifPresent(derived::add);
        }
      }
    }
  }

  private Optional<Pair> find(Body body) {
    List<Effect> writes =
        summaries.of(body).effects().stream()
            .filter(effect -> effect.access().isWrite() && effect.via().isEmpty())
            .filter(effect -> container(effect.location()).isPresent())
            .toList();
    for (Effect first : writes) {
      for (Effect second : writes) {
        if (first.at().order() < second.at().order() && isSplit(first, second)) {
          return Optional.of(new Pair(body, first, second));
        }
      }
    }
    return Optional.empty();
  }

  private boolean isSplit(Effect first, Effect second) {
    Optional<Fields> fields = fields(first, second);
    if (fields.isEmpty()
        || !CompoundFinder.throughout(first, second).isEmpty()
        || !(concernTheSame(first, second) || isInvalidation(first, second, fields.get()))) {
      return false;
    }
    if (!first.locks().isEmpty() && !second.locks().isEmpty()) {
      return together.contains(fields.get());
    }
    return first.locks().isEmpty()
        && second.locks().isEmpty()
        && derived.contains(fields.get())
        && stores(first)
        && !stores(second);
  }

  /** All that was computed from a container goes out of date with any change of it. */
  private boolean isInvalidation(Effect first, Effect second, Fields fields) {
    return stores(first)
        && derived.contains(fields)
        && second.access().kind() == Access.Kind.WRITE
        && !stores(second);
  }

  private static boolean concernTheSame(Effect first, Effect second) {
    Set<VarSymbol> one = subjects(first);
    one.retainAll(subjects(second));
    return !one.isEmpty();
  }

  /** Returns the variables that say which element is written, and what. */
  private static Set<VarSymbol> subjects(Effect effect) {
    Set<VarSymbol> variables = new HashSet<>(KeyOrigins.variables(effect.location()));
    variables.addAll(KeyOrigins.variables(effect.access().written()));
    effect
        .access()
        .through()
        .ifPresent(
            call -> {
              for (Value argument : call.arguments()) {
                variables.addAll(KeyOrigins.variables(argument));
              }
            });
    return variables;
  }

  private static boolean stores(Effect effect) {
    return effect.access().through().stream()
        .flatMap(call -> call.model().stream())
        .anyMatch(model -> model.effect(Stores.class).isPresent());
  }

  /** Returns the two different container fields of the object that two effects touch. */
  private static Optional<Fields> fields(Effect one, Effect other) {
    Optional<VarSymbol> first = container(one.location());
    Optional<VarSymbol> second = container(other.location());
    return first.isPresent() && second.isPresent() && !first.equals(second)
        ? Optional.of(new Fields(first.get(), second.get()))
        : Optional.empty();
  }

  private static Optional<VarSymbol> container(AccessPath location) {
    boolean own = location.root() instanceof Root.This || location.isStatic();
    return own
            && location.selectors().size() == 2
            && location.selectors().get(0) instanceof Selector.Field field
            && location.selectors().get(1) instanceof Selector.Content
        ? Optional.of(field.symbol())
        : Optional.empty();
  }
}
