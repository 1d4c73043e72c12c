package dev.interlock.analysis.sharing;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.Point.Loop;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.callgraph.FieldOrigins;
import dev.interlock.analysis.callgraph.FieldOrigins.Origin;
import dev.interlock.analysis.task.Run;
import dev.interlock.analysis.task.Task;
import dev.interlock.library.MethodEffect.RunsOn;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import org.jspecify.annotations.Nullable;

/**
 * Threads that serve their object for good, rather than one call of the method that starts them.
 */
final class ServiceThreads {
  private final FieldOrigins origins;
  private final Map<Body, Boolean> goingRound = new IdentityHashMap<>();

  ServiceThreads(FieldOrigins origins) {
    this.origins = origins;
  }

  /**
   * A thread that goes round for as long as its object lives, whatever the launching method was
   * called with, is started once.
   */
  static boolean goesRound(Run run, Context context) {
    return run.launch().filter(launch -> launch.thread() == RunsOn.OWN).isPresent()
        && run.entry().captures().isEmpty()
        && !(run.task() instanceof Task.RunnableObject object
            && object.path().root() instanceof Root.Fresh)
        && Meeting.chain(context).stream()
            .filter(step -> step.body() == run.entry())
            .anyMatch(step -> goesRound(step.at().loop()));
  }

  /**
   * Returns whether a task is the one thread that serves the object which launches it, and which
   * the location is a part of: the task is that object, goes round until it is told to end, or its
   * handle is kept where the next one would be. Another one is launched only when it has ended; and
   * what is called {@code start} starts it, once, whatever it was told.
   */
  boolean serveLauncher(Run run, Body launcher, AccessPath location) {
    return isPartOfThis(location)
        && launcher.kind() == Body.Kind.METHOD
        && !run.many()
        && !run.isPeriodic()
        && ((run.entry().captures().isEmpty() && isServing(run, launcher))
            || (isCalledStart(launcher)
                && (goesRound(run.entry()) || isHandleKept(run, launcher))));
  }

  private boolean isServing(Run run, Body launcher) {
    return isOwnObject(run.task())
        ? goesRound(run.entry()) || isHandleKept(run, launcher)
        : goesRound(run.entry()) && isHandleKept(run, launcher);
  }

  private static boolean isCalledStart(Body launcher) {
    return launcher
        .method()
        .filter(m -> m.getSimpleName().toString().startsWith("start"))
        .isPresent();
  }

  /**
   * Returns whether a thread that serves its object is launched by the method that has made another
   * access before: nobody calls that method again while the thread runs.
   */
  static boolean comeAfter(Context other, Context task) {
    return task.crossings().stream()
        .filter(Crossing::serving)
        .anyMatch(
            launch ->
                Meeting.chain(other).stream()
                    .filter(step -> step.body() == launch.body())
                    .anyMatch(step -> step.at().order() < launch.at().order()));
  }

  /** Returns whether a location is in an object itself, or in what nobody has given to it. */
  private boolean isPartOfThis(AccessPath location) {
    return location.root() instanceof Root.This
        && !location.isStatic()
        && location.selectors().get(0) instanceof Selector.Field first
        && (location.selectors().size() == 1
            || !(origins.of(first.symbol()) instanceof Origin.Injected));
  }

  private static boolean isOwnObject(Task task) {
    return task instanceof Task.RunnableObject object && object.path().equals(AccessPath.THIS);
  }

  private boolean goesRound(Body body) {
    return goingRound.computeIfAbsent(
        body,
        b ->
            Stream.concat(
                    b.calls().stream().map(Call::point), b.accesses().stream().map(Access::point))
                .anyMatch(point -> goesRound(point.loop())));
  }

  /** Returns whether the launcher keeps what stands for the task in a variable of its object. */
  private static boolean isHandleKept(Run run, Body launcher) {
    return launcher.accesses().stream()
        .filter(access -> access.kind() == Access.Kind.WRITE)
        .filter(write -> isOwnField(write.location()))
        .flatMap(write -> write.written().paths().stream())
        .anyMatch(handle -> handle.selectors().isEmpty() && standsFor(handle.root(), run));
  }

  private static boolean isOwnField(AccessPath location) {
    return location.root() instanceof Root.This
        && location.selectors().size() == 1
        && location.last().orElse(null) instanceof Selector.Field;
  }

  private static boolean standsFor(Root handle, Run run) {
    if (handle instanceof Root.Result result) {
      return result.call() == run.site() || result.call().point().equals(run.start());
    }
    return handle instanceof Root.Fresh made
        && (run.site().allocation().filter(made.allocation()::equals).isPresent()
            || (run.task() instanceof Task.RunnableObject object
                && object.path().root().equals(made)));
  }

  private static boolean goesRound(@Nullable Loop innermost) {
    for (Loop loop = innermost; loop != null; loop = loop.outer()) {
      if (loop.tree() instanceof WhileLoopTree round && asksForEnd(round.getCondition())) {
        return true;
      }
      if (loop.tree() instanceof ForLoopTree round && round.getCondition() == null) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns whether a condition is always true, a mark, a question of the thread's end, or whether
   * something has come in.
   */
  private static boolean asksForEnd(ExpressionTree condition) {
    ExpressionTree test = ASTHelpers.stripParentheses(condition);
    if (test instanceof UnaryTree not && not.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      return asksForEnd(not.getExpression());
    }
    if (test instanceof BinaryTree both) {
      return switch (both.getKind()) {
        case CONDITIONAL_AND, CONDITIONAL_OR ->
            asksForEnd(both.getLeftOperand()) || asksForEnd(both.getRightOperand());
        default -> isFixed(both.getLeftOperand()) || isFixed(both.getRightOperand());
      };
    }
    return test instanceof MethodInvocationTree call
        ? call.getArguments().isEmpty() && tellsState(call)
        : Boolean.TRUE.equals(ASTHelpers.constValue(test)) || isField(test);
  }

  /** Returns whether a mark is compared with a state, or with the thread that goes round. */
  private static boolean isFixed(ExpressionTree operand) {
    return isState(operand)
        || (ASTHelpers.stripParentheses(operand) instanceof MethodInvocationTree call
            && isCurrentThread(ASTHelpers.getSymbol(call)));
  }

  private static boolean isCurrentThread(MethodSymbol method) {
    return method.getSimpleName().contentEquals("currentThread")
        && method.enclClass().getQualifiedName().contentEquals("java.lang.Thread");
  }

  /** Returns whether an expression is a state that something else may be in. */
  private static boolean isState(ExpressionTree expression) {
    return ASTHelpers.getSymbol(expression) instanceof VarSymbol constant
        && constant.getKind() == ElementKind.ENUM_CONSTANT;
  }

  private static boolean isField(ExpressionTree expression) {
    return ASTHelpers.getSymbol(expression) instanceof VarSymbol mark && mark.getKind().isField();
  }

  /** Returns whether a call asks the thread for its end, or an object itself for its state. */
  private static boolean tellsState(MethodInvocationTree call) {
    String name = ASTHelpers.getSymbol(call).getSimpleName().toString();
    ExpressionTree receiver = ASTHelpers.getReceiver(call);
    return name.endsWith("nterrupted")
        || (receiver == null
            ? name.startsWith("is") && !name.endsWith("Empty")
            : name.startsWith("get") && isField(receiver) && isFlag(ASTHelpers.getType(receiver)));
  }

  private static boolean isFlag(@Nullable Type type) {
    return type != null
        && type.tsym.getQualifiedName().contentEquals("java.util.concurrent.atomic.AtomicBoolean");
  }
}
