package dev.interlock.analysis.sharing;

import com.sun.tools.javac.code.Symbol.ClassSymbol;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.sharing.Context.Step;
import dev.interlock.library.MethodEffect.Signals;
import java.util.List;

/**
 * Threads that let others go on before they have done: who waits for a latch waits for what is done
 * before it is counted down, and not for what its thread does then.
 */
final class EarlySignals {
  private EarlySignals() {}

  /**
   * Returns whether a call waits for a signal that a thread has given for the last time before it
   * makes an access.
   *
   * @param way the way of the thread to the access, innermost first
   */
  static boolean let(Call wait, List<Step> way) {
    if (!waitsForSignal(wait)) {
      return false;
    }
    boolean early = false;
    for (Step step : way) {
      if (step.launches()) {
        break;
      }
      for (Call call : step.body().calls()) {
        if (!isSignal(call) || !isOfOneClass(call, wait)) {
          continue;
        }
        if (call.point().order() >= step.at().order()) {
          return false;
        }
        early |= step.at().isUnderConditionsOf(call.point());
      }
    }
    return early;
  }

  private static boolean isSignal(Call call) {
    return call.model().flatMap(model -> model.effect(Signals.class)).isPresent();
  }

  private static boolean isOfOneClass(Call signal, Call wait) {
    return signal.method().enclClass() == wait.method().enclClass();
  }

  /** A future that stands for a task is waited for to the end of the task. */
  private static boolean waitsForSignal(Call wait) {
    ClassSymbol type = wait.method().enclClass();
    return !wait.receiver().paths().isEmpty()
        && wait.receiver().paths().stream().allMatch(path -> isMadeFor(type, path));
  }

  private static boolean isMadeFor(ClassSymbol type, AccessPath path) {
    if (!path.selectors().isEmpty()) {
      return path.last().orElseThrow() instanceof Selector.Field;
    }
    return path.root() instanceof Root.Variable
        || (path.root() instanceof Root.Fresh fresh && fresh.allocation().type().tsym == type);
  }
}
