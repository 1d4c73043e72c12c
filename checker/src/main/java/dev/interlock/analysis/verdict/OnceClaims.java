package dev.interlock.analysis.verdict;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.Dependency;
import dev.interlock.analysis.body.FlagTests;
import dev.interlock.analysis.body.Point.Condition;
import dev.interlock.analysis.callgraph.CompilationIndex;
import dev.interlock.analysis.callgraph.LockSummaries;
import dev.interlock.analysis.lock.HeldLock;
import dev.interlock.analysis.sharing.Context;
import dev.interlock.analysis.sharing.Context.Step;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Work that is left to the one thread which has raised a flag, for good, in a critical section:
 * while the flag is down, all others hold the lock, and from then on they keep away. Promises tell
 * their listeners this way that they are kept.
 */
final class OnceClaims {
  private final CompilationIndex index;
  private final LockSummaries locks;

  /**
   * @param guards the locks that are held from the test of the flag until it is up
   */
  private record Claim(VarSymbol flag, ImmutableSet<AccessPath> guards) {}

  OnceClaims(CompilationIndex index, LockSummaries locks) {
    this.index = index;
    this.locks = locks;
  }

  /** Returns whether a write comes about only by a claim that all others respect. */
  boolean isAlone(Access write, Context context) {
    VarSymbol variable = CompilationIndex.variableOf(write).orElse(null);
    return variable != null
        && way(context)
            .flatMap(step -> claimBefore(step).stream())
            .anyMatch(
                claim ->
                    index.accessesOf(variable).stream()
                        .filter(other -> other.isWrite() && other.body() != write.body())
                        .allMatch(other -> respects(other, claim)));
  }

  /** Returns the way to an access as far as one thread goes it. */
  private static Stream<Step> way(Context context) {
    List<Step> steps = context.steps();
    int launch = 0;
    while (launch < steps.size() && !steps.get(launch).launches()) {
      launch++;
    }
    return Stream.concat(
        Stream.of(new Step(context.body(), context.made(), false)),
        steps.subList(0, launch).stream());
  }

  private Optional<Claim> claimBefore(Step step) {
    for (Condition c = step.at().control(); c != null; c = c.outer()) {
      Optional<Claim> claim = claim(c, step);
      if (claim.isPresent()) {
        return claim;
      }
    }
    return Optional.empty();
  }

  private Optional<Claim> claim(Condition test, Step step) {
    VarSymbol flag = FlagTests.flagThatIsDown(test).orElse(null);
    if (flag == null || !staysUp(flag)) {
      return Optional.empty();
    }
    return step.body().accesses().stream()
        .filter(access -> access.isWrite() && isOf(flag, access))
        .filter(raise -> raise.point().order() < step.at().order())
        .filter(raise -> raise.point().isUnder(test))
        .map(raise -> new Claim(flag, guards(test, flag, raise)))
        .filter(claim -> !claim.guards().isEmpty())
        .findFirst();
  }

  private boolean staysUp(VarSymbol flag) {
    return index.accessesOf(flag).stream()
        .filter(access -> access.isWrite() && !access.body().isInitialization())
        .allMatch(FlagTests::raises);
  }

  private static boolean isOf(VarSymbol variable, Access access) {
    return CompilationIndex.variableOf(access).filter(variable::equals).isPresent();
  }

  /** Returns the locks held both where the flag is tested and where it goes up. */
  private ImmutableSet<AccessPath> guards(Condition test, VarSymbol flag, Access raise) {
    return test.value().dependencies().stream()
        .filter(Dependency.OnRead.class::isInstance)
        .map(dependency -> ((Dependency.OnRead) dependency).read())
        .filter(read -> isOf(flag, read))
        .findFirst()
        .map(read -> Sets.intersection(held(read), held(raise)).immutableCopy())
        .orElse(ImmutableSet.of());
  }

  private ImmutableSet<AccessPath> held(Access access) {
    Body body = access.body();
    return locks.of(body).at(access.point()).stream()
        .filter(HeldLock::isExclusive)
        .flatMap(lock -> lock.paths().stream())
        .collect(ImmutableSet.toImmutableSet());
  }

  /** Returns whether a write is made under the lock, and only while the flag is down. */
  private boolean respects(Access write, Claim claim) {
    if (write.body().isInitialization()) {
      return true;
    }
    boolean asks = false;
    for (Condition c = write.point().control(); c != null; c = c.outer()) {
      asks |= FlagTests.flagThatIsDown(c).filter(claim.flag()::equals).isPresent();
    }
    return asks && !Sets.intersection(held(write), claim.guards()).isEmpty();
  }
}
