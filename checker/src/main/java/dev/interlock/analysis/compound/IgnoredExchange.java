package dev.interlock.analysis.compound;

import com.sun.source.tree.ForLoopTree;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Point.Loop;
import dev.interlock.analysis.body.Value;
import dev.interlock.library.MethodEffect.Accesses;
import dev.interlock.library.Operand;
import org.jspecify.annotations.Nullable;

/**
 * Compare-and-set whose result nobody looks at: {@code a.compareAndSet(old, f(old))} does nothing
 * if another thread was faster.
 */
final class IgnoredExchange {
  private IgnoredExchange() {}

  /**
   * Returns whether a write fails unseen where it was meant to replace what had been read. To
   * replace a constant by a constant is done by whoever comes first, and in a loop that tries again
   * the next turn looks at the variable anyway.
   */
  static boolean is(Effect write) {
    return write.access().isConditional()
        && !isRetried(write.access().point().loop())
        && write
            .access()
            .through()
            .filter(call -> isIgnored(call) && !IgnoredInsertion.isUnseen(call))
            .isPresent();
  }

  private static boolean isIgnored(Call call) {
    int position = positionOfNew(call);
    return !call.isResultUsed()
        && position > 0
        && isComputed(call.operand(new Operand(position)))
        && isComputed(call.operand(new Operand(position - 1)));
  }

  /** A handle is given the new value last, after what tells it the variable. */
  private static int positionOfNew(Call call) {
    return call.model()
        .flatMap(model -> model.effect(Accesses.class))
        .filter(effect -> effect.value().isPresent() || effect.key().isEmpty())
        .map(effect -> effect.value().orElse(call.arguments().size() - 1))
        .orElse(-1);
  }

  private static boolean isComputed(Value value) {
    return !value.dependencies().isEmpty();
  }

  private static boolean isRetried(@Nullable Loop loop) {
    return loop != null
        && switch (loop.tree().getKind()) {
          case WHILE_LOOP, DO_WHILE_LOOP -> true;
          case FOR_LOOP -> ((ForLoopTree) loop.tree()).getUpdate().isEmpty();
          default -> false;
        };
  }
}
