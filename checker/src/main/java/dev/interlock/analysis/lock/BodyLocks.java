package dev.interlock.analysis.lock;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Point;
import dev.interlock.analysis.body.Point.Monitor;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.body.Value;
import dev.interlock.analysis.lock.Claims.Claim;
import dev.interlock.analysis.lock.LockOperation.Action;
import dev.interlock.library.MethodEffect.Condition;
import dev.interlock.library.MethodEffect.LockAction;
import dev.interlock.library.MethodEffect.Locks;
import dev.interlock.library.MethodModel;
import dev.interlock.library.Trait;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The locks that one body holds at each of its points. */
public final class BodyLocks {

  /** Runs the flow analysis for one body. */
  @FunctionalInterface
  public interface FlowAnalysis {
    HeldLocks analyze(Body body, ImmutableMap<Tree, LockOperation> operations);
  }

  private final LockFacts facts;
  private final ImmutableMap<Tree, LockOperation> operations;
  private final HeldLocks explicit;
  private final LockSweeps sweeps;
  private final Optional<Action> leftOfAll;
  private final Map<Point, ImmutableSet<HeldLock>> held = new HashMap<>(0);

  /** The calls that give a monitor up and take it again before they return. */
  private final ImmutableList<Call> waits;

  private BodyLocks(
      LockFacts facts,
      ImmutableMap<Tree, LockOperation> operations,
      HeldLocks explicit,
      LockSweeps sweeps,
      Optional<Action> leftOfAll,
      ImmutableList<Call> waits) {
    this.facts = facts;
    this.operations = operations;
    this.explicit = explicit;
    this.sweeps = sweeps;
    this.leftOfAll = leftOfAll;
    this.waits = waits;
  }

  /** Returns whether a body does nothing to locks, but for its own {@code synchronized} blocks. */
  public static boolean isEmpty(Body body) {
    return body.calls().isEmpty() && !BusyFlags.usesAny(body);
  }

  public static BodyLocks of(Body body, LockFacts facts, FlowAnalysis flow) {
    if (isEmpty(body)) {
      return new BodyLocks(
          facts,
          ImmutableMap.of(),
          HeldLocks.NONE,
          LockSweeps.NONE,
          Optional.empty(),
          ImmutableList.of());
    }
    Set<Call> openers = resourceOpeners(body);
    ImmutableMap.Builder<Tree, LockOperation> found = ImmutableMap.builder();
    for (Call call : body.calls()) {
      if (call.model().isPresent()) {
        operationOf(call, facts)
            .or(() -> facts.doneInPlace(call))
            .ifPresent(operation -> found.put(call.tree(), operation));
      } else if (!openers.contains(call)) {
        LockGroup.of(facts.wrapped(call)).ifPresent(operation -> found.put(call.tree(), operation));
      }
    }
    found.putAll(Gates.operationsOf(body, facts));
    found.putAll(BusyFlags.operationsOf(body, facts));
    ImmutableMap<Tree, LockOperation> operations =
        LockCoupling.unnamed(body, found.buildKeepingLast());
    return new BodyLocks(
        facts,
        operations,
        takesAny(operations) ? flow.analyze(body, operations) : HeldLocks.NONE,
        takesAny(operations) ? LockSweeps.of(body, operations) : LockSweeps.NONE,
        operations.isEmpty() ? Optional.empty() : LockSweeps.left(body, operations),
        waits(body));
  }

  private static ImmutableList<Call> waits(Body body) {
    ImmutableList.Builder<Call> waits = null;
    for (Call call : body.calls()) {
      if (isWait(call)) {
        waits = waits == null ? ImmutableList.builder() : waits;
        waits.add(call);
      }
    }
    return waits == null ? ImmutableList.of() : waits.build();
  }

  /** Most bodies with operations only call what gives a lock back: they never hold any. */
  private static boolean takesAny(ImmutableMap<Tree, LockOperation> operations) {
    for (LockOperation operation : operations.values()) {
      if (operation.action() != Action.RELEASE) {
        return true;
      }
    }
    return false;
  }

  private static Optional<LockOperation> operationOf(Call call, LockFacts facts) {
    return call.model().stream()
        .flatMap(model -> model.effects(Locks.class).stream())
        .flatMap(effect -> operationOf(call, effect, facts).stream())
        .findFirst();
  }

  private static Optional<LockOperation> operationOf(Call call, Locks effect, LockFacts facts) {
    Value lock = call.operand(effect.lock());
    ImmutableSet<Trait> traits = facts.traits(lock);
    if (lock.paths().isEmpty()) {
      return Optional.empty(); // no name to recognise its release by
    }
    if (effect.needs().isPresent() && !traits.contains(effect.needs().get())) {
      return Optional.empty();
    }
    if (effect.condition().filter(condition -> !holds(condition, call)).isPresent()) {
      return Optional.empty();
    }
    boolean shared = effect.shared() || traits.contains(Trait.SHARED_LOCK);
    return Optional.of(
        new LockOperation(
            call.tree(),
            isMonitor(effect) ? facts.canonical(lock) : state(facts.canonical(lock)),
            Action.valueOf(effect.action().name()),
            shared ? LockMode.SHARED : LockMode.EXCLUSIVE));
  }

  private static boolean holds(Condition condition, Call call) {
    return call.tree() instanceof MethodInvocationTree invocation
        && condition.argument() < invocation.getArguments().size()
        && condition.holds(
            ASTHelpers.constValue(invocation.getArguments().get(condition.argument())));
  }

  /** Who asks another object whether a lock is held, such as {@code Thread}, means the monitor. */
  private static boolean isMonitor(Locks effect) {
    return effect.action() == LockAction.IS_HELD && !effect.lock().isReceiver();
  }

  /** The state of a lock object is another lock than the monitor of the object. */
  private static ImmutableSet<AccessPath> state(ImmutableSet<AccessPath> locks) {
    return locks.stream()
        .flatMap(path -> path.then(HeldLock.STATE).stream())
        .collect(ImmutableSet.toImmutableSet());
  }

  /**
   * Returns whether the answers can be relied on. If not, there may be locks that are not told, and
   * nothing can be said of what the body does.
   */
  public boolean areKnown() {
    return explicit != HeldLocks.UNKNOWN;
  }

  /** Returns whether the body may hold explicit locks anywhere. */
  public boolean takesAny() {
    return explicit != HeldLocks.NONE;
  }

  /** Returns the explicit lock operations of the body, by call. */
  public ImmutableMap<Tree, LockOperation> operations() {
    return operations;
  }

  /** Returns what a call of the body does to all locks of many, be it to take or to give back. */
  public Optional<LockOperation> ofAll(Call call) {
    return leftOfAll.map(
        action -> new LockOperation(call.tree(), ImmutableSet.of(), action, LockMode.EXCLUSIVE));
  }

  /** Returns the explicit locks that the body's end finds held. */
  public ImmutableSet<LockOperation> atNormalExit() {
    return explicit.atNormalExit();
  }

  /** Returns the locks held at {@code point}, monitors and explicit locks alike. */
  public ImmutableSet<HeldLock> at(Point point) {
    if (point.monitor() == null && point.control() == null && operations.isEmpty()) {
      return ImmutableSet.of();
    }
    ImmutableSet<HeldLock> known = held.get(point);
    if (known == null) {
      known = find(point);
      held.put(point, known);
    }
    return known;
  }

  private ImmutableSet<HeldLock> find(Point point) {
    ImmutableSet.Builder<HeldLock> held = ImmutableSet.builder();
    held.addAll(claimed(point));
    held.addAll(sweeps.at(point));
    for (Monitor m = point.monitor(); m != null; m = m.outer()) {
      if (!m.isResource()) {
        held.add(new HeldLock(facts.canonical(m.lock()), LockMode.EXCLUSIVE, section(m, point)));
      } else {
        held.addAll(guardedBy(m));
      }
    }
    for (LockOperation operation : explicit.at(point.tree())) {
      for (ImmutableSet<AccessPath> lock : LockGroup.locksOf(operation)) {
        held.add(new HeldLock(lock, operation.mode(), operation.call()));
      }
    }
    return held.build();
  }

  /**
   * Returns what the thread has claimed for good; a gate that is left again is a lock like others.
   */
  private ImmutableSet<HeldLock> claimed(Point point) {
    ImmutableSet.Builder<HeldLock> held = ImmutableSet.builder();
    for (Claim claim : Claims.at(point, facts)) {
      boolean onObject =
          claim.exchange().location().last().orElse(null) instanceof Selector.Content;
      boolean followed = operations.containsKey(claim.exchange().point().tree());
      if (onObject && (claim.orBefore() || !followed)) {
        ImmutableSet<AccessPath> paths = facts.canonical(Value.of(claim.exchange().location()));
        held.add(new HeldLock(paths, LockMode.WON, claim.condition().tree()));
      }
    }
    return held.build();
  }

  private static boolean isWait(Call call) {
    return call.point().monitor() != null && call.model().filter(MethodModel::isWait).isPresent();
  }

  /** Returns what took the monitor last on the way to {@code point}: a wait takes it again. */
  private Tree section(Monitor monitor, Point point) {
    Tree section = monitor.tree();
    for (Call wait : waits) {
      if (isWaitOn(monitor, wait) && comesAfter(point, wait.point())) {
        section = wait.tree();
      }
    }
    return section;
  }

  private boolean isWaitOn(Monitor monitor, Call wait) {
    for (Monitor m = wait.point().monitor(); m != null; m = m.outer()) {
      if (m.tree() == monitor.tree()) {
        return facts.canonical(m.lock()).equals(facts.canonical(wait.receiver()));
      }
    }
    return false;
  }

  private static boolean comesAfter(Point point, Point wait) {
    return point.order() > wait.order()
        || (wait.loop() != null && point.isInside(wait.loop().tree()));
  }

  /** Returns the locks that a resource takes when it is opened and gives back when closed. */
  private ImmutableSet<HeldLock> guardedBy(Monitor resource) {
    return openers(resource.lock()).stream()
        .flatMap(opener -> facts.wrapped(opener).stream())
        .filter(operation -> operation.action() == Action.ACQUIRE)
        .flatMap(
            operation ->
                LockGroup.locksOf(operation).stream()
                    .map(lock -> new HeldLock(lock, operation.mode(), resource.tree())))
        .collect(ImmutableSet.toImmutableSet());
  }

  private static Set<Call> resourceOpeners(Body body) {
    Set<Call> openers = Set.of();
    for (Call call : body.calls()) {
      openers = withOpeners(call.point(), openers);
    }
    for (Access access : body.accesses()) {
      openers = withOpeners(access.point(), openers);
    }
    return openers;
  }

  private static Set<Call> withOpeners(Point point, Set<Call> openers) {
    Set<Call> all = openers;
    for (Monitor m = point.monitor(); m != null; m = m.outer()) {
      if (m.isResource()) {
        all = all.isEmpty() ? new HashSet<>() : all;
        all.addAll(openers(m.lock()));
      }
    }
    return all;
  }

  private static Set<Call> openers(Value resource) {
    Set<Call> openers = new HashSet<>();
    for (AccessPath path : resource.paths()) {
      if (path.root() instanceof Root.Result result && path.selectors().isEmpty()) {
        openers.add(result.call());
      } else if (path.root() instanceof Root.Fresh fresh) {
        fresh.allocation().constructor().ifPresent(openers::add);
      }
    }
    return openers;
  }
}
