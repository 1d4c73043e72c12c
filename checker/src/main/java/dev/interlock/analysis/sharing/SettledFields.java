package dev.interlock.analysis.sharing;

import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.body.FlagTests;
import dev.interlock.analysis.body.Point.Condition;
import dev.interlock.analysis.body.Root;
import dev.interlock.analysis.callgraph.FieldOrigins;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Which fields hold one object for all code that works with their owner: they are given another one
 * only while the owner is made, copied, or configured.
 */
public final class SettledFields {
  private final FieldOrigins origins;
  private final Predicate<Body> enteredOnce;
  private final Map<VarSymbol, Boolean> settled = new HashMap<>();

  /**
   * @param enteredOnce whether a framework calls a method when no other thread uses the object
   */
  public SettledFields(FieldOrigins origins, Predicate<Body> enteredOnce) {
    this.origins = origins;
    this.enteredOnce = enteredOnce;
  }

  boolean isSettled(VarSymbol field) {
    return origins.isStable(field)
        || settled.computeIfAbsent(
            field,
            f ->
                origins.assignments(f).stream()
                    .allMatch(
                        write ->
                            write.body().isInitialization()
                                || enteredOnce.test(write.body())
                                || isOfCopy(write)
                                || isConfiguration(write)));
  }

  /** Returns whether an assignment is part of making another object. */
  private static boolean isOfCopy(Access write) {
    Root root = write.location().root();
    return write.location().selectors().size() == 1
        && (root instanceof Root.Fresh
            || (root instanceof Root.Result result
                && result.call().method().getSimpleName().contentEquals("clone")));
  }

  /** Returns whether an assignment is made only before the owner has been put to use. */
  public boolean isConfiguration(Access write) {
    for (Condition c = write.point().control(); c != null; c = c.outer()) {
      if (FlagTests.flagThatIsDown(c)
          .filter(flag -> isOfSameOwner(flag, write) && isHoistedElsewhere(flag, write.body()))
          .isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfSameOwner(VarSymbol flag, Access write) {
    return write
        .location()
        .variable()
        .filter(field -> field.enclClass() == flag.enclClass())
        .filter(field -> field.isStatic() == flag.isStatic())
        .isPresent();
  }

  /**
   * Returns whether the flag goes up where the owner is put to use, not by who asks for it; a flag
   * that goes up in the end is down all the time that the owner is used.
   */
  private boolean isHoistedElsewhere(VarSymbol flag, Body asking) {
    return origins.assignments(flag).stream().noneMatch(write -> write.body() == asking)
        && origins.assignments(flag).stream()
            .filter(FlagTests::raises)
            .flatMap(write -> write.body().method().stream())
            .anyMatch(FrameworkEntries::isBeginning);
  }
}
