package dev.interlock.analysis.sharing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Dependency;
import dev.interlock.analysis.body.Index;
import dev.interlock.analysis.body.Point.Loop;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.callgraph.CompilationIndex;
import dev.interlock.analysis.lock.HeldLock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Elements that the containers of several objects have in common, as the nodes of a graph have
 * their successors: whoever comes to one by an object of his own is not the only one.
 */
final class CommonElements {
  private final CompilationIndex index;
  private final Map<VarSymbol, Boolean> known = new HashMap<>();

  CommonElements(CompilationIndex index) {
    this.index = index;
  }

  /** Returns a location with such elements on the way to it named as what they are. */
  AccessPath named(AccessPath location) {
    return named(location, location.selectors().size() - 2);
  }

  private AccessPath named(AccessPath location, int last) {
    ImmutableList<Selector> steps = location.selectors();
    for (int i = last; i > 0; i--) {
      if (LoopNesting.index(steps.get(i)).isPresent()
          && steps.get(i - 1) instanceof Selector.Field container
          && areCommon(container.symbol())) {
        return new AccessPath(
            location.root(),
            ImmutableList.<Selector>builder()
                .addAll(steps.subList(0, i))
                .add(new Selector.Content(Index.COMMON))
                .addAll(steps.subList(i + 1, steps.size()))
                .build());
      }
    }
    return location;
  }

  /** Returns locks with such elements on the way to them named alike. */
  ImmutableSet<HeldLock> named(ImmutableSet<HeldLock> locks) {
    return locks.stream()
        .map(
            lock ->
                lock.at(
                    lock.paths().stream()
                        .map(path -> named(path, path.selectors().size() - 1))
                        .collect(ImmutableSet.toImmutableSet())))
        .collect(ImmutableSet.toImmutableSet());
  }

  private boolean areCommon(VarSymbol container) {
    Boolean answer = known.get(container);
    if (answer == null) {
      answer =
          index.accessesOf(container).stream()
              .filter(access -> access.isWrite() && isInside(access.location(), container))
              .anyMatch(CommonElements::isPutIntoSeveral);
      known.put(container, answer);
    }
    return answer;
  }

  private static boolean isInside(AccessPath location, VarSymbol container) {
    return location.last().flatMap(LoopNesting::index).isPresent()
        && location.owner().last().equals(Optional.of(new Selector.Field(container)));
  }

  private static boolean isPutIntoSeveral(Access put) {
    AccessPath keeper = put.location().object();
    return put.through().stream()
        .flatMap(call -> call.arguments().stream())
        .flatMap(argument -> argument.paths().stream())
        .filter(element -> !element.equals(keeper))
        .anyMatch(
            element ->
                isPutByLoop(put.through().get(), element, keeper)
                    || (isOneOfMany(keeper) && isCounted(element, put.body())));
  }

  /** A loop chooses another container in each turn, and puts the same element into all of them. */
  private static boolean isPutByLoop(Call put, AccessPath element, AccessPath keeper) {
    for (Loop loop = put.point().loop(); loop != null; loop = loop.outer()) {
      if (!LoopNesting.isOwn(element, put.body(), loop)
          && LoopNesting.isOwn(keeper, put.body(), loop)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOneOfMany(AccessPath keeper) {
    return !keeper.isStatic() && !(keeper.root() instanceof Root.This);
  }

  /** An element that counts how often it is put into a container is put into several. */
  private static boolean isCounted(AccessPath element, Body body) {
    return body.accesses().stream()
        .filter(access -> access.isWrite() && access.location().startsWith(element))
        .anyMatch(
            access ->
                access.location().selectors().size() - element.selectors().size()
                        == (access.kind() == Access.Kind.UPDATE ? 2 : 1)
                    && counts(access));
  }

  private static boolean counts(Access write) {
    return write.kind() == Access.Kind.UPDATE
        ? write.through().filter(call -> call.method().getReturnType().isNumeric()).isPresent()
        : write.location().variable().filter(number -> number.type.isNumeric()).isPresent()
            && write.written().dependencies().stream()
                .anyMatch(
                    from ->
                        from instanceof Dependency.OnRead own
                            && own.read().location().equals(write.location()));
  }
}
