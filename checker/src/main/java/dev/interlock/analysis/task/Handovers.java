package dev.interlock.analysis.task;

import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.body.FunctionValue;
import dev.interlock.analysis.body.Point;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.body.Value;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where bodies give the tasks that they made out of their hands. */
final class Handovers {
  /** By body: the first call that is given a function or the object at a path. */
  private final Map<Body, Map<Object, Point>> first = new IdentityHashMap<>();

  /** Returns where {@code creator} gives {@code task} out of its hands. */
  Point of(Task task, Body creator) {
    Map<Object, Point> calls = first.computeIfAbsent(creator, Handovers::calls);
    Point call = calls.get(task instanceof Task.Code code ? code.function() : path(task));
    return call != null ? call : made(task, creator);
  }

  private static Map<Object, Point> calls(Body creator) {
    Map<Object, Point> points = new HashMap<>();
    for (Call call : creator.calls()) {
      for (Value argument : call.arguments()) {
        argument.functions().forEach(function -> points.putIfAbsent(function, call.point()));
        argument.paths().forEach(path -> points.putIfAbsent(path, call.point()));
      }
    }
    return points;
  }

  private static @Nullable Object path(Task task) {
    return task instanceof Task.RunnableObject object ? object.path() : null;
  }

  private static Point made(Task task, Body creator) {
    if (task instanceof Task.RunnableObject object) {
      return object.path().root() instanceof Root.Fresh fresh
          ? fresh.allocation().point()
          : new Point(0, creator.tree(), null, null, null);
    }
    FunctionValue function = ((Task.Code) task).function();
    return function instanceof FunctionValue.Lambda lambda
        ? lambda.body().definedAt().orElseThrow()
        : new Point(0, function.tree(), null, null, null);
  }
}
