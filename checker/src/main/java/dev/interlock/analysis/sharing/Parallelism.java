package dev.interlock.analysis.sharing;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Types;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Index;
import dev.interlock.analysis.body.Point;
import dev.interlock.analysis.body.Point.Loop;
import dev.interlock.analysis.body.Rejections;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.callgraph.FieldOrigins;
import dev.interlock.analysis.callgraph.FieldOrigins.Origin;
import dev.interlock.analysis.sharing.Context.Step;
import dev.interlock.analysis.task.Awaiting;
import dev.interlock.analysis.task.Run;
import dev.interlock.library.EntryMode;
import dev.interlock.library.MethodEffect.RunsOn;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** Decides whether two contexts of one location may overlap in time. */
public final class Parallelism {
  private static final ImmutableSet<EntryMode> ONE_AT_A_TIME =
      Sets.immutableEnumSet(EntryMode.SERIAL, EntryMode.EVENT_LOOP);

  private final Awaiting awaiting;

  /** Whether a method is called once in the life of its object, such as {@code start()}. */
  private final Predicate<MethodSymbol> onceOnly;

  private final FieldOrigins origins;
  private final SharedParts sharing;
  private final EventLoops loops;
  private final GuardedStarts guards;
  private final SelectorLoops selectors;
  private final TaskPairs tasks;
  private final Types types;

  public Parallelism(
      Awaiting awaiting,
      Predicate<MethodSymbol> onceOnly,
      FieldOrigins origins,
      SharedParts sharing,
      EventLoops loops,
      Types types) {
    this.awaiting = awaiting;
    this.onceOnly = onceOnly;
    this.origins = origins;
    this.sharing = sharing;
    this.loops = loops;
    this.guards = new GuardedStarts(sharing, types);
    this.selectors = new SelectorLoops(sharing);
    this.tasks = new TaskPairs(awaiting);
    this.types = types;
  }

  /** Returns whether one context may overlap itself: two runs of the same code. */
  public boolean overlapsItself(Context context) {
    if (context.home() == Home.CONFINED || context.home() == Home.UNKNOWN) {
      return false;
    }
    boolean everyoneHas = context.home() == Home.OBJECT || context.home() == Home.STATIC;
    if (isOfSelectorLoop(context)) {
      return false;
    }
    if (context.isServed()) {
      return context.ownCrossings().stream().anyMatch(Crossing::overlapsItself);
    }
    if (everyoneHas && isEnteredInParallel(context)) {
      return !context.isTask() || !guards.isOneAtATime(context);
    }
    if (everyoneHas
        && isOfOneRun(context)
        && (context.home() == Home.STATIC || isHandedToSeveral(context))) {
      return true;
    }
    if (!context.isTask() || guards.isOneAtATime(context) || guards.isTheOnlyOne(context)) {
      return false;
    }
    if (context.crossings().stream().anyMatch(Crossing::overlapsItself)) {
      return true;
    }
    return everyoneHas && !isOfOneRun(context) && launchesAgain(context);
  }

  /** Returns whether a framework comes to the location from many threads at once. */
  private static boolean isEnteredInParallel(Context context) {
    return context
        .entry()
        .filter(
            entry ->
                entry == EntryMode.CONCURRENT
                    || (entry == EntryMode.POOLED
                        && (context.home() == Home.STATIC || isAround(context))))
        .isPresent();
  }

  /** Returns whether the location is in the object that all inner ones belong to. */
  private static boolean isAround(Context context) {
    List<Selector> steps = context.location().selectors();
    return !steps.isEmpty() && steps.get(0) instanceof Selector.Outer;
  }

  /** Returns whether the access is made by the one thread that waits for a selector. */
  public boolean isOfSelectorLoop(Context context) {
    return selectors.around(context).isPresent();
  }

  /** A runnable object is run once: all that its run launches belongs to one call. */
  private static boolean isOfOneRun(Context context) {
    return context.entry().filter(entry -> entry == EntryMode.PER_INSTANCE).isPresent();
  }

  /**
   * Returns whether a context that overlaps itself does so only beside the tasks which another call
   * of the outermost method launches: each call launches one.
   */
  public boolean overlapsOtherCallsOnly(Context context) {
    return context.isTask()
        && context.crossings().stream().noneMatch(Crossing::overlapsItself)
        && launchesAgain(context);
  }

  /** Returns whether the outermost method may be called again while the task still runs. */
  private boolean launchesAgain(Context context) {
    Body top = context.top();
    Crossing outermost = context.crossings().get(context.crossings().size() - 1);
    Run run = outermost.run();
    return top.kind() == Body.Kind.METHOD
        && !context.isServed()
        && !top.method().filter(onceOnly).isPresent()
        && !context.entry().filter(e -> e == EntryMode.ONCE).isPresent()
        && !run.isPeriodic()
        && !isStartOfOwner(context)
        && !guards.isMadeOnce(outermost, context)
        && !awaiting.usesBarrier(run.entry())
        && !ServiceThreads.goesRound(run, context)
        && !isJoined(context)
        && (outermost.body() == top || !awaiting.tasksAfter(context.at().order(), top));
  }

  /** The task may be launched by what starts, once, an object on the way to the location. */
  private boolean isStartOfOwner(Context context) {
    for (Context.Step step : context.steps().reverse()) {
      Body body = step.body();
      if (body.method().filter(onceOnly).isPresent()
          && leadsThrough(context.location(), body.enclosingClass())) {
        return true;
      }
      if (step.launches()) {
        return false;
      }
    }
    return false;
  }

  private boolean leadsThrough(AccessPath location, ClassSymbol type) {
    return location.owner().selectors().stream()
        .anyMatch(selector -> selector instanceof Selector.Field f && mayHold(f.symbol(), type));
  }

  private boolean mayHold(VarSymbol field, ClassSymbol type) {
    return !field.isStatic()
        && field.type.tsym instanceof ClassSymbol held
        && (held.isSubClass(type, types) || type.isSubClass(held, types))
        && !held.getQualifiedName().contentEquals("java.lang.Object");
  }

  /** Returns whether the code that launches the task waits for its end. */
  private boolean isJoined(Context context) {
    Crossing outermost = context.crossings().get(context.crossings().size() - 1);
    return outermost.run().awaited()
        || awaiting.tasksAfter(outermost.at().order(), outermost.body());
  }

  /** Returns whether the access comes after its thread has waited for other tasks. */
  public boolean isAfterWait(Context context) {
    return waitsOn(Meeting.chain(context), wait -> true);
  }

  /** Returns whether a thread waits on its way to an access for what another one does. */
  private boolean waitsOn(List<Step> way, Context other) {
    return waitsOn(way, wait -> !EarlySignals.let(wait, Meeting.chain(other)));
  }

  private boolean waitsOn(List<Step> way, Predicate<Call> counts) {
    for (Step step : way) {
      if (step.launches()) {
        return false;
      }
      if (awaiting.tasksBetween(-1, step.at().order() - 1, step.body(), counts)) {
        return true;
      }
    }
    return false;
  }

  /** An object that was given to the task may have been given to its siblings, too. */
  private boolean isHandedToSeveral(Context context) {
    AccessPath location = context.location();
    return !context
            .top()
            .enclosingClass()
            .getSuperclass()
            .tsym
            .getQualifiedName()
            .contentEquals("java.lang.Object")
        && location.selectors().size() > 1
        && location.selectors().get(0) instanceof Selector.Field field
        && origins.of(field.symbol()) instanceof Origin.Injected
        && (!sharing.isMadeByConstructors(context.top().enclosingClass())
            || sharing.isGivenToSeveral(field.symbol()));
  }

  /** Returns whether two threads that meet at barriers make the accesses in different phases. */
  private boolean areInDifferentPhases(Context a, Context b) {
    OptionalLong one = phase(a);
    OptionalLong other = phase(b);
    return one.isPresent() && other.isPresent() && one.getAsLong() != other.getAsLong();
  }

  private OptionalLong phase(Context context) {
    for (Step step : Meeting.chain(context)) {
      if (awaiting.usesBarrier(step.body())) {
        return OptionalLong.of(awaiting.phase(step.at(), step.body()));
      }
      if (step.launches()) {
        break;
      }
    }
    return OptionalLong.empty();
  }

  /** Returns whether two contexts reach the same location and may overlap. */
  public boolean overlap(Context a, Context b) {
    boolean ownArguments =
        a.home() == Home.ARGUMENT && (a.entry().isPresent() || b.entry().isPresent());
    if (ownArguments || !sameLocation(a, b) || isOneByOne(a, b) || areInDifferentPhases(a, b)) {
      return false;
    }
    Optional<Meeting> meeting = Meeting.of(a, b);
    List<Step> one = meeting.map(m -> m.one().inside()).orElseGet(() -> Meeting.chain(a));
    List<Step> other = meeting.map(m -> m.other().inside()).orElseGet(() -> Meeting.chain(b));
    if ((waitsOn(one, b) && !overlapsItself(b)) || (waitsOn(other, a) && !overlapsItself(a))) {
      return false;
    }
    if (meeting.isPresent()) {
      return overlapWithin(meeting.get(), a, b)
          || overlapAcross(meeting.get(), a, b)
          || overlapsNextCall(meeting.get(), a, b);
    }
    if (a.isTask() && b.isTask()) {
      return !isJoined(a) || !isJoined(b);
    }
    if (a.isTask() != b.isTask()) {
      return a.isTask() ? overlapsLauncher(a, b) : overlapsLauncher(b, a);
    }
    return a.entry().isPresent() && b.entry().isPresent() && entriesOverlap(a, b);
  }

  /** Returns whether one thread, or one executor that runs one task at a time, does both. */
  private boolean isOneByOne(Context a, Context b) {
    Optional<Tree> loop = selectors.around(a);
    if (loop.isPresent() && loop.equals(selectors.around(b))) {
      return true;
    }
    if (!a.isTask() || !b.isTask()) {
      return a.isTask() != b.isTask()
          && (a.isTask() ? isOfUserInterface(a, b) : isOfUserInterface(b, a));
    }
    Run first = a.crossings().get(0).run();
    Run second = b.crossings().get(0).run();
    if (first.site() == second.site() && isTheOnlyOne(a) && isTheOnlyOne(b)) {
      return true;
    }
    if (takesOut(a, second) || takesOut(b, first)) {
      return true;
    }
    return guards.isOneAtATime(a)
        && guards.isOneAtATime(b)
        && first.executor().isPresent()
        && first.executor().equals(second.executor());
  }

  /**
   * Returns whether the one thread that a context is of takes tasks out of what they are kept in,
   * and does other work too.
   */
  private static boolean takesOut(Context context, Run task) {
    Run thread = context.crossings().get(0).run();
    return task.serial()
        && !thread.many()
        && thread.isLaunched()
        && task.executor().equals(Optional.of(thread.site()))
        && context.crossings().stream().noneMatch(Crossing::overlapsItself);
  }

  /** Returns whether a task runs on the thread by which its user interface is called as well. */
  private boolean isOfUserInterface(Context task, Context other) {
    return other.entry().isEmpty()
        && isOnEventLoop(task)
        && loops.isOfUserInterface(other.top().enclosingClass());
  }

  private boolean isTheOnlyOne(Context context) {
    return context.crossings().get(0).serving() || guards.isTheOnlyOne(context);
  }

  /** Returns whether the two accesses may overlap in one run of the body where they meet. */
  private boolean overlapWithin(Meeting meeting, Context a, Context b) {
    Meeting.Side one = meeting.one();
    Meeting.Side other = meeting.other();
    if (one.isLaunched() && other.isLaunched()) {
      return tasks.overlap(meeting);
    }
    if (one.isLaunched() == other.isLaunched()) {
      return false;
    }
    Meeting.Side task = one.isLaunched() ? one : other;
    Point at = task == one ? other.at() : one.at();
    int begin = meeting.begin(task);
    if (meeting.endsAtOnce(task) || Rejections.leadTo(at, task.at())) {
      return false;
    }
    return (at.order() > begin
            && !awaiting.tasksBetween(
                begin,
                at.order(),
                meeting.body(),
                wait -> !EarlySignals.let(wait, Meeting.chain(task == one ? a : b))))
        || isInLaterTurn(at, task.at(), meeting.body(), a, b)
        || (!awaiting.tasksBetween(task.at().order(), Integer.MAX_VALUE, meeting.body())
            && meeting.callers().stream()
                .anyMatch(call -> isInLaterTurn(call.at(), call.at(), call.body(), a, b)));
  }

  /** Returns whether two runs of the body where they meet may overlap. */
  private boolean overlapAcross(Meeting meeting, Context a, Context b) {
    return (isEnteredInParallel(a) && a.home() != Home.ARGUMENT)
        || isOverlapping(meeting.one().outer(), a)
        || isOverlapping(meeting.other().outer(), b);
  }

  /**
   * Returns whether one access is made by the task that a call has launched, the other one by the
   * next call of the same method itself, while that task is still to run.
   */
  private boolean overlapsNextCall(Meeting meeting, Context a, Context b) {
    Context task = meeting.one().isLaunched() ? a : b;
    Context other = task == a ? b : a;
    return meeting.one().isLaunched() != meeting.other().isLaunched()
        && meeting.one().outer().isEmpty()
        && meeting.other().outer().isEmpty()
        && (task.home() == Home.OBJECT || task.home() == Home.STATIC)
        && !isOnEventLoop(task)
        && !isOfOneLoop(task, other)
        && launchesAgain(task);
  }

  private boolean isOverlapping(List<Crossing> outer, Context context) {
    return !outer.isEmpty()
        && !outer.get(0).run().serial()
        && !outer.get(0).serving()
        && (outer.stream().anyMatch(Crossing::overlapsItself)
            || ((context.home() == Home.OBJECT || context.home() == Home.STATIC)
                && launchesAgain(context)));
  }

  private static boolean entriesOverlap(Context a, Context b) {
    EntryMode one = a.entry().orElseThrow();
    EntryMode other = b.entry().orElseThrow();
    if (one == EntryMode.PER_INSTANCE || other == EntryMode.PER_INSTANCE) {
      return a.home() == Home.STATIC || one != other;
    }
    if (one == EntryMode.POOLED || other == EntryMode.POOLED) {
      return a.home() == Home.STATIC;
    }
    return one == EntryMode.CONCURRENT
        || other == EntryMode.CONCURRENT
        || (a.top() != b.top() && (isOnOwnThread(one, other) || isOnOwnThread(other, one)));
  }

  private static boolean isOnOwnThread(EntryMode one, EntryMode other) {
    return one == EntryMode.OWN_THREAD && other != EntryMode.ONCE;
  }

  private boolean overlapsLauncher(Context task, Context other) {
    if (isOfOneLoop(task, other) || ServiceThreads.comeAfter(other, task)) {
      return false;
    }
    if (other.entry().isPresent()) {
      return other.entry().get() != EntryMode.EVENT_LOOP || !isOnEventLoop(task);
    }
    boolean everyoneHas = other.home() == Home.OBJECT || other.home() == Home.STATIC;
    return everyoneHas
        && !isOnGivenEventLoop(task)
        && !isJoined(task)
        && other.top().kind() == Body.Kind.METHOD
        && !other.top().method().filter(onceOnly).isPresent()
        && !awaiting.tasksBetween(-1, other.at().order(), other.top());
  }

  /** A framework's loop runs what is posted to it, and calls back one at a time. */
  private boolean isOfOneLoop(Context task, Context other) {
    return other.entry().filter(entry -> !ONE_AT_A_TIME.contains(entry)).isEmpty()
        && loops.drives(task.crossings().get(0).run(), other.top());
  }

  private static boolean isOnEventLoop(Context task) {
    return isOnGivenEventLoop(task)
        || task.crossings().get(0).run().launch().stream()
            .anyMatch(launch -> launch.thread() == RunsOn.EVENT_LOOP);
  }

  /**
   * An object that is given the executor of the main thread, or of a user interface, is called on
   * that thread, and comes back to it.
   */
  private static boolean isOnGivenEventLoop(Context task) {
    Run run = task.crossings().get(0).run();
    return run.executor().equals(Optional.of(RunsOn.EVENT_LOOP))
        && run.launch().filter(launch -> launch.thread() == RunsOn.EXECUTOR).isPresent();
  }

  /**
   * Returns whether a turn of a loop comes to {@code at} while a task of an earlier one runs, and
   * not to a location that is another one in every turn.
   */
  private boolean isInLaterTurn(Point at, Point launch, Body body, Context a, Context b) {
    for (Loop loop = launch.loop(); loop != null; loop = loop.outer()) {
      if (at.isInside(loop.tree())
          && !awaiting.tasksInTurn(loop, launch, body)
          && !(LoopNesting.isOwn(a.location(), body, loop)
              && LoopNesting.isOwn(b.location(), body, loop))) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether two contexts name the same location, as far as names tell. */
  public boolean sameLocation(Context a, Context b) {
    if (a.home() != b.home() || a.home() == Home.CONFINED || a.home() == Home.UNKNOWN) {
      return false;
    }
    if (!overlapping(a.location(), b.location())) {
      return false;
    }
    return switch (a.home()) {
      case STATIC, LOCAL -> true;
      case OBJECT -> a.self().isSubClass(b.self(), types) || b.self().isSubClass(a.self(), types);
      default -> a.top() == b.top();
    };
  }

  /**
   * Returns two contexts of different classes in terms of one object, if both are of threads that
   * run beside others and work on an object that they were given, or on themselves.
   */
  public Optional<CommonView> commonView(Context a, Context b) {
    return a.isParallel() && b.isParallel() && !sameLocation(a, b)
        ? CommonView.of(a, b, field -> origins.of(field.symbol()) instanceof Origin.Injected, types)
        : Optional.empty();
  }

  /**
   * Returns whether one context is of a thread that an object launches when it is made, the other
   * one of a thread that its maker has it launch later.
   */
  public boolean areOfOneMade(Context a, Context b) {
    return CommonView.areOfOneMade(a, b, types);
  }

  private static boolean overlapping(AccessPath a, AccessPath b) {
    if (!a.root().equals(b.root()) || a.selectors().size() != b.selectors().size()) {
      return false;
    }
    for (int i = 0; i < a.selectors().size(); i++) {
      if (!overlapping(a.selectors().get(i), b.selectors().get(i))) {
        return false;
      }
    }
    return true;
  }

  static boolean overlapping(Selector a, Selector b) {
    Optional<Index> one = index(a);
    Optional<Index> other = index(b);
    return one.isPresent()
        ? other.filter(index -> !index.isOtherConstant(one.get())).isPresent()
        : a.equals(b);
  }

  private static Optional<Index> index(Selector selector) {
    if (selector instanceof Selector.Element element) {
      return Optional.of(element.index());
    }
    return selector instanceof Selector.Content content
        ? Optional.of(content.index())
        : Optional.empty();
  }
}
