package dev.interlock.analysis.callgraph;

import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Call;
import dev.interlock.analysis.lock.BusyFlags;
import dev.interlock.analysis.lock.Gates;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The variables by which the methods of a class let one thread in at a time. */
final class ClassGates {
  private final CompilationIndex index;
  private final CallGraph graph;
  private final Map<ClassSymbol, Set<AccessPath>> entered = new HashMap<>();
  private final Map<ClassSymbol, Set<AccessPath>> left = new HashMap<>();
  private final Map<VarSymbol, Boolean> busy = new HashMap<>();

  ClassGates(CompilationIndex index, CallGraph graph) {
    this.index = index;
    this.graph = graph;
  }

  Set<AccessPath> entered(ClassSymbol type) {
    return entered.computeIfAbsent(type, t -> locations(t, Gates::isFlagEntry));
  }

  Set<AccessPath> left(ClassSymbol type) {
    return left.computeIfAbsent(type, t -> locations(t, Gates::isExit));
  }

  private Set<AccessPath> locations(ClassSymbol type, Predicate<Access> filter) {
    Set<AccessPath> found = new HashSet<>();
    for (Body body : index.bodiesOf(type)) {
      if (body.method().isPresent()) {
        body.accesses().stream().filter(filter).map(Access::location).forEach(found::add);
      }
    }
    return found;
  }

  /**
   * Returns whether a field tells that some thread is busy: whoever raises it has found it down in
   * the same critical section, and takes it down itself when it is done. Where each one waits for
   * the flag, which nobody waits to be up, it is the flag of a lock, whoever calls its methods.
   */
  boolean isBusyFlag(VarSymbol field) {
    Boolean known = busy.get(field);
    if (known == null) {
      known = findBusyFlag(field);
      busy.put(field, known);
    }
    return known;
  }

  private boolean findBusyFlag(VarSymbol field) {
    List<Access> writes =
        index.accessesOf(field).stream()
            .filter(access -> access.isWrite() && !access.body().isInitialization())
            .toList();
    List<Access> raises = writes.stream().filter(write -> !BusyFlags.isExit(write)).toList();
    List<Access> exits = writes.stream().filter(BusyFlags::isExit).toList();
    return !raises.isEmpty()
        && !exits.isEmpty()
        && raises.stream().allMatch(BusyFlags::isEntry)
        && (isLock(raises, exits)
            || (raises.stream().allMatch(raise -> exits.stream().anyMatch(of(raise)))
                && exits.stream()
                    .allMatch(exit -> raises.stream().anyMatch(raise -> of(raise).test(exit)))));
  }

  private static boolean isLock(List<Access> raises, List<Access> exits) {
    return raises.stream().allMatch(BusyFlags::isWaitedFor)
        && exits.stream().noneMatch(BusyFlags::waitsForOther);
  }

  /**
   * Returns what tells the writes that take a flag down where it was raised: in the body that
   * raises it, in one that this body calls, or that its callers call who are told that the flag is
   * theirs.
   */
  private Predicate<Access> of(Access raise) {
    Set<Body> owners = new HashSet<>(Set.of(raise.body()));
    if (BusyFlags.tellsWinner(raise.body(), raise.point().tree())) {
      graph.callers(raise.body()).forEach(call -> owners.add(call.body()));
    }
    return exit ->
        owners.contains(exit.body())
            || graph.callers(exit.body()).stream().map(Call::body).anyMatch(owners::contains);
  }
}
