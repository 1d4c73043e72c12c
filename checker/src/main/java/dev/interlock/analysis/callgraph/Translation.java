package dev.interlock.analysis.callgraph;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Dependency;
import dev.interlock.analysis.body.Index;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.body.Value;
import dev.interlock.library.MethodEffect.CallsInPlace;
import dev.interlock.library.MethodEffect.Launches;
import dev.interlock.library.Operand;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** Rewrites access paths of one body into the terms of the body around it or of its caller. */
public final class Translation {
  private static final Selector WHOLE_CONTENT = new Selector.Content(Index.WHOLE);

  private final Constructions constructions;
  private final PathTypes types;

  public Translation(Constructions constructions, PathTypes types) {
    this.constructions = constructions;
    this.types = types;
  }

  /** Rewrites a path of {@code callee} into the terms of the body that makes {@code call}. */
  public ImmutableSet<AccessPath> toCaller(AccessPath path, Body callee, Call call) {
    return rewrite(
        path,
        callee,
        call.body(),
        root -> {
          if (root instanceof Root.This) {
            return Optional.of(call.operand(Operand.RECEIVER));
          }
          int parameter = parameter(root, callee);
          return parameter < 0
              ? Optional.empty()
              : Optional.of(call.operand(new Operand(parameter)));
        });
  }

  /**
   * Rewrites a path of a lambda into the terms of the body that defines it.
   *
   * @param call the call that the lambda is handed to, if it is known
   */
  public ImmutableSet<AccessPath> toDefiner(AccessPath path, Body lambda, Optional<Call> call) {
    return rewrite(
        path,
        lambda,
        lambda.definer().orElse(lambda),
        root -> {
          if (root instanceof Root.This) {
            return Optional.of(Value.of(AccessPath.THIS));
          }
          int parameter = parameter(root, lambda);
          Optional<Value> given =
              parameter == 0 ? call.flatMap(c -> c.givenTo(lambda)) : Optional.empty();
          if (given.isPresent()) {
            return given;
          }
          return parameter < 0
              ? captured(root, lambda)
              : Optional.of(
                  call.filter(Translation::givesElements)
                      .map(c -> elements(c, lambda))
                      .orElseGet(() -> unknown(root)));
        });
  }

  /**
   * Rewrites a path of a method that runs on {@code receiver} into the terms of the body {@code
   * outer}, which names the receiver.
   */
  public ImmutableSet<AccessPath> toObject(
      AccessPath path, Body method, Value receiver, Body outer) {
    return rewrite(
        path,
        method,
        outer,
        root -> {
          if (root instanceof Root.This) {
            return Optional.of(receiver);
          }
          if (parameter(root, method) >= 0) {
            return Optional.of(Value.UNKNOWN);
          }
          return method.definer().filter(outer::equals).isPresent()
              ? captured(root, method)
              : Optional.empty();
        });
  }

  /**
   * Rewrites a path of a method that {@code call} is given a reference to into the terms of the
   * body that makes the reference.
   *
   * @param receiver what the reference is bound to, if anything, in terms of {@code outer}
   */
  public ImmutableSet<AccessPath> toReference(
      AccessPath path, Body method, Value receiver, Call call, Body outer) {
    return rewrite(
        path,
        method,
        outer,
        root -> {
          boolean bound = !receiver.paths().isEmpty();
          if (root instanceof Root.This && bound) {
            return Optional.of(receiver);
          }
          boolean first =
              method.isStatic() ? parameter(root, method) == 0 : root instanceof Root.This;
          Optional<Value> given = first ? call.givenTo(method) : Optional.empty();
          if (given.isPresent()) {
            return given;
          }
          if (root instanceof Root.This || parameter(root, method) >= 0) {
            return Optional.of(givesElements(call) ? elements(call, method) : Value.UNKNOWN);
          }
          return Optional.empty();
        });
  }

  /** What only the caller of a function knows is nameless outside, but not the same each time. */
  private static Value unknown(Root parameter) {
    return parameter instanceof Root.Variable variable
        ? Value.computedFrom(
            ImmutableSet.of(new Dependency.OnVariable(variable.symbol(), /* folded= */ true)))
        : Value.UNKNOWN;
  }

  private static int parameter(Root root, Body body) {
    return root instanceof Root.Variable variable
        ? body.parameters().indexOf(variable.symbol())
        : -1;
  }

  private static Optional<Value> captured(Root root, Body body) {
    return root instanceof Root.Variable variable
        ? Optional.ofNullable(body.captures().get(variable.symbol()))
            .filter(value -> !value.paths().isEmpty() || !value.dependencies().isEmpty())
        : Optional.empty();
  }

  /**
   * @param meaning what a root of {@code inner} stands for in {@code outer}; empty if it means the
   *     same there
   */
  private ImmutableSet<AccessPath> rewrite(
      AccessPath path, Body inner, Body outer, Function<Root, Optional<Value>> meaning) {
    return rewrite(
        path, meaning, (start, rest) -> types.fits(start, outer, path.root(), inner, rest));
  }

  private ImmutableSet<AccessPath> rewrite(
      AccessPath path,
      Function<Root, Optional<Value>> meaning,
      BiPredicate<AccessPath, List<Selector>> fits) {
    Root root = path.root();
    if (root instanceof Root.Fresh || root instanceof Root.Result) {
      return ImmutableSet.of();
    }
    ImmutableList<Selector> selectors = rewrite(path.selectors(), meaning);
    Optional<Value> start = meaning.apply(root);
    if (start.isEmpty()) {
      return ImmutableSet.of(
          selectors == path.selectors() ? path : new AccessPath(root, selectors));
    }
    ImmutableSet<AccessPath> prefixes = start.get().paths();
    if (prefixes.size() == 1) {
      return extended(Iterables.getOnlyElement(prefixes), selectors, fits);
    }
    ImmutableSet.Builder<AccessPath> extended = ImmutableSet.builder();
    for (AccessPath prefix : prefixes) {
      extended.addAll(extended(prefix, selectors, fits));
    }
    return extended.build();
  }

  private ImmutableSet<AccessPath> extended(
      AccessPath prefix,
      ImmutableList<Selector> selectors,
      BiPredicate<AccessPath, List<Selector>> fits) {
    if (!fits.test(prefix, selectors)) {
      return ImmutableSet.of();
    }
    Optional<AccessPath> whole = prefix.thenAll(selectors);
    return whole.isEmpty()
        ? ImmutableSet.of()
        : ImmutableSet.of(constructions.resolve(whole.get()));
  }

  /** Fields mean the same everywhere; only indices have to be put into other terms. */
  private ImmutableList<Selector> rewrite(
      ImmutableList<Selector> selectors, Function<Root, Optional<Value>> meaning) {
    for (Selector selector : selectors) {
      if (selector instanceof Selector.Element || selector instanceof Selector.Content) {
        return selectors.stream()
            .map(each -> rewrite(each, meaning))
            .collect(ImmutableList.toImmutableList());
      }
    }
    return selectors;
  }

  private Selector rewrite(Selector selector, Function<Root, Optional<Value>> meaning) {
    if (selector instanceof Selector.Element element) {
      return new Selector.Element(rewrite(element.index(), meaning));
    }
    return selector instanceof Selector.Content content
        ? new Selector.Content(rewrite(content.index(), meaning))
        : selector;
  }

  private Index rewrite(Index index, Function<Root, Optional<Value>> meaning) {
    if (index.origin().isEmpty()) {
      return index;
    }
    ImmutableSet.Builder<AccessPath> paths = ImmutableSet.builder();
    for (AccessPath path : index.value().paths()) {
      paths.addAll(rewrite(path, meaning, (start, rest) -> true));
    }
    Value value = new Value(paths.build(), ImmutableSet.of(), ImmutableSet.of(), ImmutableSet.of());
    for (Dependency dependency : index.origin()) {
      value = value.and(rewrite(dependency, meaning));
    }
    return index.at(value);
  }

  private static ImmutableSet<Dependency> rewrite(
      Dependency dependency, Function<Root, Optional<Value>> meaning) {
    if (dependency instanceof Dependency.OnResult result) {
      return rewriteOperands(result, meaning);
    }
    if (!(dependency instanceof Dependency.OnVariable variable)) {
      return ImmutableSet.of(dependency);
    }
    return meaning
        .apply(new Root.Variable(variable.symbol()))
        .map(Value::dependencies)
        .map(outside -> variable.folded() ? Dependency.folded(outside) : outside)
        .orElse(ImmutableSet.of(dependency));
  }

  /** Outside of the body that makes a call, its result is known by what the call was given. */
  private static ImmutableSet<Dependency> rewriteOperands(
      Dependency.OnResult result, Function<Root, Optional<Value>> meaning) {
    ImmutableSet.Builder<Dependency> outside = ImmutableSet.<Dependency>builder().add(result);
    for (Dependency operand : Dependency.withOperands(ImmutableSet.of(result))) {
      if (operand instanceof Dependency.OnVariable) {
        outside.addAll(Dependency.folded(rewrite(operand, meaning)));
      }
    }
    return outside.build();
  }

  /** The one element that a call such as {@code compute(key, f)} calls its function with. */
  private static Optional<Value> chosenElement(Call call) {
    return call.body().accesses().stream()
        .filter(access -> access.through().filter(call::equals).isPresent())
        .map(Access::location)
        .filter(location -> !location.last().equals(Optional.of(WHOLE_CONTENT)))
        .map(Value::of)
        .reduce(Value::or);
  }

  /** The elements that a lambda is called with, another one each time. */
  private static Value elements(Call call, Body lambda) {
    Optional<Value> chosen = chosenElement(call);
    if (chosen.isPresent()) {
      return chosen.get();
    }
    Value container = call.receiver();
    return container.paths().stream()
        .flatMap(path -> path.then(new Selector.Content(Index.each(lambda.tree()))).stream())
        .map(Value::of)
        .reduce(Value::or)
        .orElse(Value.UNKNOWN)
        .and(ImmutableSet.of(new Dependency.OnLoop(lambda.tree(), /* folded= */ false)));
  }

  private static boolean givesElements(Call call) {
    return call.model().stream()
        .flatMap(model -> model.effects().stream())
        .anyMatch(
            effect ->
                (effect instanceof CallsInPlace calls && calls.givesElement())
                    || (effect instanceof Launches launches && launches.givesElement()));
  }
}
