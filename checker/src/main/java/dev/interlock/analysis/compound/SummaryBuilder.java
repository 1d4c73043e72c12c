package dev.interlock.analysis.compound;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Dependency;
import dev.interlock.analysis.body.Point;
import dev.interlock.analysis.body.Point.Condition;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Value;
import dev.interlock.analysis.compound.EffectSummaries.Inlined;
import dev.interlock.analysis.lock.BodyLocks;
import dev.interlock.analysis.lock.HeldLock;
import dev.interlock.library.MethodEffect.CallsInPlace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.lang.model.element.ElementKind;

/** Puts together the effects of one body and of what it calls. */
final class SummaryBuilder {
  /** Effects of called methods beyond this number are left out. */
  private static final int MAX_IMPORTED = 48;

  private final Body body;
  private final BodyLocks locks;
  private final Function<Call, List<Inlined>> inlined;
  private final UnaryOperator<AccessPath> named;
  private final Map<Access, Effect> own;
  private final List<Effect> imported = new ArrayList<>();

  /** By call: what stands here for an effect of the called method. */
  private final Map<Call, Map<Effect, List<Effect>>> standIns = new LinkedHashMap<>();

  private final Map<Call, List<Inlined>> inlinedCalls = new HashMap<>();
  private final Map<Call, Sources> results = new HashMap<>();

  /** By innermost condition, which most of what it decides about has in common. */
  private final Map<Condition, Sources> controls = new IdentityHashMap<>(0);

  SummaryBuilder(
      Body body,
      BodyLocks locks,
      Function<Call, List<Inlined>> inlined,
      UnaryOperator<AccessPath> named) {
    this.body = body;
    this.locks = locks;
    this.inlined = inlined;
    this.named = named;
    this.own = Maps.newHashMapWithExpectedSize(body.accesses().size());
  }

  EffectSummary build() {
    List<Effect> all = new ArrayList<>(body.accesses().size());
    for (Access access : body.accesses()) {
      Effect effect =
          new Effect(
              access,
              named.apply(access.location()),
              access.point(),
              Optional.empty(),
              locks.at(access.point()),
              Effect.NO_LOCKS);
      own.put(access, effect);
      all.add(effect);
    }
    body.calls().forEach(this::importFrom);
    for (Effect effect : all) {
      Access access = effect.access();
      effect.dependsOn(
          sources(access.written().dependencies()).and(computedBy(access)).and(heldBy(access)),
          deciding(access.point()));
      if (access.isWrite() && CompoundFinder.isSelfContained(effect)) {
        effect.selfContained();
      }
    }
    standIns.forEach(this::connect);
    all.addAll(imported);
    all.sort(Comparator.comparingInt(effect -> effect.at().order()));
    return new EffectSummary(ImmutableList.copyOf(all), sources(body.returned().dependencies()));
  }

  /** What a function returns that a library call stores: {@code computeIfAbsent(k, this::load)}. */
  private Sources computedBy(Access access) {
    Sources all = Sources.NONE;
    if (access.isWrite() && access.through().isPresent()) {
      Call call = access.through().get();
      for (Inlined function : inlinedCalls.getOrDefault(call, List.of())) {
        all = all.and(outside(function.summary().returned(), call));
      }
    }
    return all;
  }

  /** What was put before into a new object that is written now: {@code n.next = head; head = n}. */
  private Sources heldBy(Access write) {
    Sources all = Sources.NONE;
    for (AccessPath path : write.written().paths()) {
      if (path.root() instanceof Root.Fresh && path.selectors().isEmpty()) {
        for (Access part : body.accesses()) {
          if (part.kind() == Access.Kind.WRITE
              && part.point().order() < write.point().order()
              && part.location().owner().equals(path)) {
            all = all.and(sources(part.written().dependencies()));
          }
        }
      }
    }
    return all;
  }

  private void importFrom(Call call) {
    List<Inlined> targets = inlined.apply(call);
    if (targets.isEmpty()) {
      return;
    }
    inlinedCalls.put(call, targets);
    Map<Effect, List<Effect>> here = new LinkedHashMap<>();
    standIns.put(call, here);
    ImmutableSet<HeldLock> held = null;
    for (Inlined target : targets) {
      for (Effect effect : target.summary().effects()) {
        if (imported.size() >= MAX_IMPORTED || !matters(effect, target)) {
          continue;
        }
        held = held == null ? locks.at(call.point()) : held;
        here.put(effect, standIns(effect, target, call, held));
      }
    }
  }

  private static boolean matters(Effect effect, Inlined target) {
    return !(effect.location().root() instanceof Root.Fresh)
        && !isFieldOfNewObject(effect, target)
        && (effect.access().isWrite() || target.summary().returned().reads().contains(effect));
  }

  /** What a constructor stores in its object, the caller has not seen before. */
  private static boolean isFieldOfNewObject(Effect effect, Inlined target) {
    return target.target().kind() == Body.Kind.CONSTRUCTOR
        && effect.location().root() instanceof Root.This
        && effect.location().selectors().size() == 1;
  }

  private List<Effect> standIns(
      Effect effect, Inlined target, Call call, ImmutableSet<HeldLock> held) {
    List<Effect> all = new ArrayList<>(1);
    Supplier<ImmutableSet<HeldLock>> innerLocks = innerLocks(effect, target, named);
    for (AccessPath location : target.rewrite().apply(effect.location())) {
      all.add(
          new Effect(
              effect.access(),
              named.apply(location),
              call.point(),
              Optional.of(call),
              held,
              innerLocks));
    }
    imported.addAll(all);
    return all;
  }

  /** Names the locks of a called method on demand: nearly nobody asks for them. */
  private static Supplier<ImmutableSet<HeldLock>> innerLocks(
      Effect effect, Inlined target, UnaryOperator<AccessPath> named) {
    return effect.locks().isEmpty() && !effect.hasInnerLocks()
        ? Effect.NO_LOCKS
        : Suppliers.memoize(() -> outside(effect, target, named));
  }

  private static ImmutableSet<HeldLock> outside(
      Effect effect, Inlined target, UnaryOperator<AccessPath> named) {
    ImmutableSet.Builder<HeldLock> rewritten = ImmutableSet.builder();
    for (ImmutableSet<HeldLock> some : List.of(effect.locks(), effect.innerLocks())) {
      for (HeldLock lock : some) {
        ImmutableSet.Builder<AccessPath> paths = ImmutableSet.builder();
        lock.paths().stream()
            .flatMap(path -> target.rewrite().apply(path).stream())
            .map(named)
            .forEach(paths::add);
        rewritten.add(lock.at(paths.build()));
      }
    }
    return rewritten.build();
  }

  private void connect(Call call, Map<Effect, List<Effect>> here) {
    Sources around = deciding(call.point());
    here.forEach(
        (inner, standIns) -> {
          Sources data = outside(inner.data(), call);
          Sources control = around.and(outside(inner.control(), call));
          standIns.forEach(effect -> effect.dependsOn(data, control));
          standIns.stream()
              .filter(effect -> inner.isSelfContained() || isLockedHere(inner, effect))
              .forEach(Effect::selfContained);
        });
  }

  /** The lock of the caller holds for all that the called method does. */
  private static boolean isLockedHere(Effect inner, Effect standIn) {
    return !standIn.locks().isEmpty() && CompoundFinder.readsItself(inner);
  }

  // ---- where values come from
  // ----------------------------------------------------------------------

  private Sources sources(Collection<Dependency> dependencies) {
    Sources all = Sources.NONE;
    for (Dependency dependency : dependencies) {
      all = all.and(sources(dependency));
    }
    return all;
  }

  /** Returns what the conditions that decide about a point were computed from. */
  private Sources deciding(Point point) {
    Condition control = point.control();
    if (control == null) {
      return Sources.NONE;
    }
    Sources known = controls.get(control);
    if (known == null) {
      known = sources(point.controlDependencies());
      controls.put(control, known);
    }
    return known;
  }

  private Sources sources(Dependency dependency) {
    if (dependency instanceof Dependency.OnThis) {
      return Sources.THIS;
    }
    if (dependency instanceof Dependency.OnRead read) {
      Effect effect = own.get(read.read());
      return effect == null ? Sources.NONE : effect.asSource();
    }
    if (dependency instanceof Dependency.OnVariable variable) {
      return new Sources(ImmutableSet.of(), ImmutableSet.of(variable.symbol()), false);
    }
    return dependency instanceof Dependency.OnResult result
        ? resultOf(result.call())
        : Sources.NONE;
  }

  private Sources resultOf(Call call) {
    Sources known = results.get(call);
    if (known != null) {
      return known;
    }
    results.put(call, Sources.NONE);
    List<Inlined> targets = inlinedCalls.getOrDefault(call, List.of());
    Sources result = Sources.NONE;
    if (targets.isEmpty() || call.allocation().isPresent()) {
      result = sources(call.receiver().dependencies());
      for (Value argument : call.arguments()) {
        result = result.and(sources(argument.dependencies()));
      }
    }
    for (Inlined target : targets) {
      result = result.and(outside(target.summary().returned(), call));
    }
    if (isChosenByReceiver(call, targets)) {
      result = result.and(sources(call.receiver().dependencies()));
    }
    results.put(call, result);
    return result;
  }

  /** Which constant, or which class of states, it is called on decides what {@code next()} is. */
  private static boolean isChosenByReceiver(Call call, List<Inlined> targets) {
    boolean isOfConstant =
        call.method().owner.getKind() == ElementKind.ENUM && !call.method().isStatic();
    return isOfConstant
        || (targets.size() > 1
            && targets.stream()
                .map(target -> target.target().returned().paths())
                .anyMatch(paths -> !paths.equals(ImmutableSet.of(AccessPath.THIS))));
  }

  /** Puts sources of a called method into the terms of this body. */
  private Sources outside(Sources inside, Call call) {
    if (inside == Sources.NONE) {
      return inside;
    }
    Sources all = readsOutside(inside, call);
    if (inside.self()) {
      all = all.and(sources(call.receiver().dependencies()));
    }
    for (var variable : inside.variables()) {
      for (Inlined target : inlinedCalls.getOrDefault(call, List.of())) {
        int parameter = target.target().parameters().indexOf(variable);
        if (parameter >= 0 && inside.reads().isEmpty() && givesElements(call)) {
          all = all.and(readThrough(call));
        } else if (parameter >= 0 && parameter < call.arguments().size()) {
          all = all.and(sources(call.arguments().get(parameter).dependencies()));
        } else if (target.target().captures().containsKey(variable)) {
          Value captured = target.target().captures().get(variable);
          all = all.and(sources(captured.dependencies()));
        }
      }
    }
    return all;
  }

  private static boolean givesElements(Call call) {
    return call.model().stream()
        .flatMap(model -> model.effects(CallsInPlace.class).stream())
        .anyMatch(CallsInPlace::givesElement);
  }

  /** Returns what a library method reads that calls a function with each element. */
  private Sources readThrough(Call call) {
    Sources all = Sources.NONE;
    for (Map.Entry<Access, Effect> read : own.entrySet()) {
      if (read.getKey().isRead() && read.getKey().through().equals(Optional.of(call))) {
        all = all.and(read.getValue().asSource());
      }
    }
    return all;
  }

  private Sources readsOutside(Sources inside, Call call) {
    Map<Effect, List<Effect>> here = standIns.get(call);
    if (here == null || here.isEmpty() || inside.reads().isEmpty()) {
      return Sources.NONE;
    }
    ImmutableSet.Builder<Effect> reads = ImmutableSet.builder();
    for (Effect read : inside.reads()) {
      reads.addAll(here.getOrDefault(read, List.of()));
    }
    ImmutableSet<Effect> outside = reads.build();
    return outside.isEmpty()
        ? Sources.NONE
        : new Sources(outside, ImmutableSet.of(), /* self= */ false);
  }
}
