package dev.interlock.analysis.compound;

import com.google.common.collect.ImmutableSet;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Value;
import dev.interlock.library.MethodEffect.Accesses;
import dev.interlock.library.MethodEffect.Stores;
import java.util.Collection;
import java.util.stream.Stream;

/**
 * {@code putIfAbsent} whose result nobody looks at: if another thread was faster, the container
 * keeps that thread's object, and who goes on with its own works on one that nobody will see.
 */
public final class IgnoredInsertion {
  private IgnoredInsertion() {}

  /** Returns whether a write offers an object that is used afterwards, whoever was faster. */
  public static boolean is(Effect write) {
    return !usedAfter(write).isEmpty();
  }

  /** Returns the objects that a write offers to the container and that are used afterwards. */
  public static ImmutableSet<AccessPath> usedAfter(Effect write) {
    Access access = write.access();
    if (!access.isConditional()
        || write.via().isPresent()
        || !HarmlessChecks.isKeyed(write.location())
        || access.through().filter(IgnoredInsertion::isUnseen).isEmpty()) {
      return ImmutableSet.of();
    }
    return access.written().paths().stream()
        .filter(path -> path.selectors().isEmpty())
        .filter(path -> path.root() instanceof Root.Fresh || path.root() instanceof Root.Result)
        .filter(path -> isUsedAfter(path, access))
        .collect(ImmutableSet.toImmutableSet());
  }

  /** Returns whether a call adds what is not there yet, and nothing looks at what it says. */
  static boolean isUnseen(Call call) {
    return !call.isResultUsed()
        && call.model()
            .filter(model -> model.effect(Stores.class).isPresent())
            .flatMap(model -> model.effect(Accesses.class))
            .filter(IgnoredInsertion::expectsNothing)
            .isPresent();
  }

  /** Between the key and the new value, {@code replace} and its like take an expected value. */
  private static boolean expectsNothing(Accesses access) {
    return access.key().isPresent()
        && access.value().isPresent()
        && access.value().getAsInt() == access.key().getAsInt() + 1;
  }

  private static boolean isUsedAfter(AccessPath object, Access write) {
    Body body = write.body();
    return body.returned().paths().contains(object)
        || body.calls().stream()
            .filter(call -> call.point().order() > write.point().order())
            .map(IgnoredInsertion::operands)
            .flatMap(Collection::stream)
            .anyMatch(operand -> operand.paths().contains(object));
  }

  private static Collection<Value> operands(Call call) {
    return Stream.concat(Stream.of(call.receiver()), call.arguments().stream()).toList();
  }
}
