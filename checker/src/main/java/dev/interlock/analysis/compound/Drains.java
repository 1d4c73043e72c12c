package dev.interlock.analysis.compound;

import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Dependency;
import dev.interlock.analysis.body.Point.Condition;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Value;
import dev.interlock.library.MethodEffect.Accesses;
import dev.interlock.library.MethodEffect.Use;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds reads whose location the same code sets back afterwards. */
final class Drains {
  private Drains() {}

  /** Returns the read that comes before {@code write}, if that sets the location back. */
  static Optional<Effect> readBefore(Effect write, EffectSummary summary) {
    if (!isReset(write.access()) || readsOutItself(write)) {
      return Optional.empty();
    }
    return summary.effects().stream()
        .filter(read -> read.access().isRead() && isUsed(read))
        .filter(read -> read.at().order() < write.at().order())
        .filter(read -> CompoundFinder.sameLocation(read.location(), write.location()))
        .filter(read -> trees(write.at().control()).containsAll(trees(read.at().control())))
        .max(Comparator.comparingInt(read -> read.at().order()));
  }

  /** Returns whether a write leaves a constant, or something new and empty. */
  private static boolean isReset(Access write) {
    Value written = write.written();
    return write.kind() == Access.Kind.WRITE
        && written.dependencies().stream().allMatch(Drains::isAllocation)
        && written.paths().stream().allMatch(path -> path.root() instanceof Root.Fresh);
  }

  /** A method that takes out what it clears leaves nothing to its callers. */
  private static boolean readsOutItself(Effect write) {
    Access reset = write.access();
    return write.via().isPresent()
        && reset.body().accesses().stream()
            .filter(access -> access.isRead() && access.location().equals(reset.location()))
            .anyMatch(access -> access.point().order() < reset.point().order());
  }

  private static boolean isAllocation(Dependency dependency) {
    return dependency instanceof Dependency.OnResult result
        && result.call().allocation().isPresent()
        && result.call().arguments().isEmpty();
  }

  private static boolean isUsed(Effect read) {
    if (read.access().body().calls().stream().anyMatch(call -> changes(call, read.access()))) {
      return false;
    }
    return read.via().or(() -> read.access().through()).map(Call::isResultUsed).orElse(true);
  }

  /** Returns whether a container was looked up only to change it. */
  private static boolean changes(Call call, Access read) {
    return call.receiver().dependencies().contains(new Dependency.OnRead(read))
        && call.model().stream()
            .flatMap(model -> model.effects(Accesses.class).stream())
            .anyMatch(access -> access.use() != Use.READ);
  }

  private static Set<Object> trees(@Nullable Condition innermost) {
    Set<Object> trees = new HashSet<>();
    for (Condition c = innermost; c != null; c = c.outer()) {
      trees.add(c.tree());
    }
    return trees;
  }
}
