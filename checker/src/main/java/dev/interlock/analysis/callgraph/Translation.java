package dev.interlock.analysis.callgraph;

import com.google.common.collect.ImmutableSet;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Index;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.body.Value;
import dev.interlock.library.MethodEffect.CallsInPlace;
import java.util.Optional;

/** Rewrites access paths of one body into the terms of the body around it or of its caller. */
public final class Translation {
  private final FieldOrigins origins;

  public Translation(FieldOrigins origins) {
    this.origins = origins;
  }

  /** Rewrites a path of {@code callee} into the terms of the body that makes {@code call}. */
  public ImmutableSet<AccessPath> toCaller(AccessPath path, Body callee, Call call) {
    if (path.root() instanceof Root.This) {
      return extend(call.operand(dev.interlock.library.Operand.RECEIVER), path);
    }
    if (path.root() instanceof Root.Variable variable) {
      int parameter = callee.parameters().indexOf(variable.symbol());
      if (parameter < 0) {
        return ImmutableSet.of(path);
      }
      return parameter < call.arguments().size()
          ? extend(call.arguments().get(parameter), path)
          : ImmutableSet.of();
    }
    return isEverywhere(path) ? ImmutableSet.of(path) : ImmutableSet.of();
  }

  /**
   * Rewrites a path of a lambda into the terms of the body that defines it.
   *
   * @param call the call that the lambda is handed to, if it is known
   */
  public ImmutableSet<AccessPath> toDefiner(AccessPath path, Body lambda, Optional<Call> call) {
    if (path.root() instanceof Root.Variable variable) {
      if (lambda.parameters().contains(variable.symbol())) {
        return call.filter(Translation::givesElements)
            .map(c -> extend(elements(c.receiver()), path))
            .orElse(ImmutableSet.of());
      }
      return captured(path, lambda, variable.symbol());
    }
    return path.root() instanceof Root.This || isEverywhere(path)
        ? ImmutableSet.of(path)
        : ImmutableSet.of();
  }

  /** Rewrites a path of a method of {@code receiver} into the terms of the body that names it. */
  public ImmutableSet<AccessPath> toObject(AccessPath path, Body method, Value receiver) {
    if (path.root() instanceof Root.This) {
      return extend(receiver, path);
    }
    if (path.root() instanceof Root.Variable variable) {
      return method.parameters().contains(variable.symbol())
          ? ImmutableSet.of()
          : captured(path, method, variable.symbol());
    }
    return isEverywhere(path) ? ImmutableSet.of(path) : ImmutableSet.of();
  }

  private ImmutableSet<AccessPath> captured(AccessPath path, Body body, VarSymbol variable) {
    Value value = body.captures().get(variable);
    return value == null || value.paths().isEmpty() ? ImmutableSet.of(path) : extend(value, path);
  }

  private ImmutableSet<AccessPath> extend(Value start, AccessPath path) {
    ImmutableSet.Builder<AccessPath> extended = ImmutableSet.builder();
    for (AccessPath prefix : start.paths()) {
      prefix.thenAll(path.selectors()).map(origins::resolve).ifPresent(extended::add);
    }
    return extended.build();
  }

  private static Value elements(Value container) {
    return container.paths().stream()
        .flatMap(path -> path.then(new Selector.Content(Index.WHOLE)).stream())
        .map(Value::of)
        .reduce(Value::or)
        .orElse(Value.UNKNOWN);
  }

  private static boolean givesElements(Call call) {
    return call.model().stream()
        .flatMap(model -> model.effects(CallsInPlace.class))
        .anyMatch(CallsInPlace::givesElement);
  }

  private static boolean isEverywhere(AccessPath path) {
    return path.root() instanceof Root.Statics || path.root() instanceof Root.ClassObject;
  }
}
