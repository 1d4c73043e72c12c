package dev.interlock.analysis.callgraph;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import java.util.IdentityHashMap;
import java.util.Map;

/** Which bodies call which, by class-hierarchy analysis over the compilation. */
public final class CallGraph {
  private final Map<Call, ImmutableList<Body>> targets = new IdentityHashMap<>();
  private final ImmutableListMultimap<Body, Call> callers;

  public CallGraph(CompilationIndex index) {
    ImmutableListMultimap.Builder<Body, Call> builder = ImmutableListMultimap.builder();
    for (Body body : index.bodies()) {
      for (Call call : body.calls()) {
        ImmutableList<Body> found = index.targets(call);
        if (!found.isEmpty()) {
          targets.put(call, found);
          found.forEach(target -> builder.put(target, call));
        }
      }
    }
    callers = builder.build();
  }

  /** Returns the bodies of this compilation that may run when {@code call} is made. */
  public ImmutableList<Body> targets(Call call) {
    return targets.getOrDefault(call, ImmutableList.of());
  }

  /** Returns the calls that may run {@code body}. */
  public ImmutableList<Call> callers(Body body) {
    return callers.get(body);
  }
}
