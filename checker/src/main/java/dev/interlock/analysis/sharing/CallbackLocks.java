package dev.interlock.analysis.sharing;

import com.google.common.collect.ImmutableSet;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Index;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.callgraph.CallGraph;
import dev.interlock.analysis.callgraph.LockSummaries;
import dev.interlock.analysis.callgraph.Translation;
import dev.interlock.analysis.lock.HeldLock;
import dev.interlock.analysis.lock.LockMode;
import dev.interlock.analysis.task.Run;
import dev.interlock.analysis.task.Stages;
import dev.interlock.library.MethodEffect.Accesses;
import dev.interlock.library.MethodEffect.CallsInPlace;
import dev.interlock.library.MethodEffect.Launches;
import dev.interlock.library.MethodEffect.Use;
import dev.interlock.library.MethodModel;

/** The locks that are held while a task runs, by the code that calls it. */
public final class CallbackLocks {
  private final CallGraph graph;
  private final LockSummaries locks;
  private final Translation translation;

  public CallbackLocks(CallGraph graph, LockSummaries locks, Translation translation) {
    this.graph = graph;
    this.locks = locks;
    this.translation = translation;
  }

  /**
   * Returns the locks held around the task, in terms of the body that made it: those of the call
   * that runs it, those of a helper that it was handed to, and those of a library that calls it in
   * one atomic step.
   */
  ImmutableSet<HeldLock> heldFor(Run run) {
    Call site = run.site();
    ImmutableSet.Builder<HeldLock> held = ImmutableSet.builder();
    boolean called = !run.isLaunched() || !launches(site);
    if (called) {
      held.addAll(atomicStep(site));
    }
    if (site.body() != run.creator() && !Stages.runsOnCompleter(site)) {
      if (called) {
        locks.of(site.body()).at(site.point()).forEach(lock -> held.add(outside(lock, run)));
      }
    }
    if (run.locked()) {
      held.add(new HeldLock(ImmutableSet.of(), LockMode.EXCLUSIVE, site.tree()));
    }
    if (!run.isLaunched() && !run.late()) {
      held.addAll(locks.of(run.creator()).at(run.start()));
    }
    return held.build();
  }

  private static boolean launches(Call site) {
    return site.model().stream()
        .flatMap(model -> model.effects(Launches.class).stream())
        .findAny()
        .isPresent();
  }

  /** {@code ConcurrentHashMap.compute} and the like lock the element while they call. */
  private static ImmutableSet<HeldLock> atomicStep(Call site) {
    boolean atomic = site.model().stream().anyMatch(CallbackLocks::isAtomicUpdate);
    if (!atomic) {
      return ImmutableSet.of();
    }
    ImmutableSet<AccessPath> bins =
        site.body().accesses().stream()
            .filter(access -> access.through().filter(site::equals).isPresent())
            .flatMap(access -> access.location().then(new Selector.Content(Index.WHOLE)).stream())
            .collect(ImmutableSet.toImmutableSet());
    return ImmutableSet.of(new HeldLock(bins, LockMode.EXCLUSIVE, site.tree()));
  }

  /**
   * An update of one element by a function. Of a map that is not thread-safe, the call itself is
   * what goes wrong, not what the function does to the element.
   */
  private static boolean isAtomicUpdate(MethodModel model) {
    boolean keyedUpdate =
        model.effects(Accesses.class).stream()
            .anyMatch(access -> access.use() == Use.UPDATE && access.key().isPresent());
    return model.effects(CallsInPlace.class).stream()
        .anyMatch(calls -> calls.atomic() || (keyedUpdate && calls.givesElement()));
  }

  /** Puts a lock of a helper into the terms of the body that called it; else it is just unknown. */
  private HeldLock outside(HeldLock lock, Run run) {
    Body helper = run.site().body();
    for (Call call : run.creator().calls()) {
      if (call.point() == run.start() && graph.targets(call).contains(helper)) {
        ImmutableSet.Builder<AccessPath> paths = ImmutableSet.builder();
        lock.paths().forEach(path -> paths.addAll(translation.toCaller(path, helper, call)));
        return lock.at(paths.build());
      }
    }
    return lock.at(ImmutableSet.of());
  }
}
