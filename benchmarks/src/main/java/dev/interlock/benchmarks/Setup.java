package dev.interlock.benchmarks;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/** What compiles the sources: javac alone, or with Error Prone and some of its checks. */
public enum Setup {
  JAVAC("javac alone", Optional.empty()),
  ERROR_PRONE("Error Prone, all checks off", Optional.of("-XepDisableAllChecks")),
  INTERLOCK("Interlock alone", Optional.of("-XepDisableAllChecks " + Setup.INTERLOCK_CHECKS)),
  NULLAWAY("NullAway alone", Optional.of("-XepDisableAllChecks " + Setup.NULLAWAY_CHECK)),
  DEFAULTS("Error Prone's default checks", Optional.of("-XepAllErrorsAsWarnings")),
  DEFAULTS_INTERLOCK(
      "the default checks and Interlock",
      Optional.of("-XepAllErrorsAsWarnings " + Setup.INTERLOCK_CHECKS));

  /** As warnings: errors would end the compilation early. */
  private static final String INTERLOCK_CHECKS =
      "-Xep:UnsafeReadModifyWrite:WARN -Xep:AtomicGetThenSet:WARN"
          + " -Xep:NonAtomicCheckThenAct:WARN -Xep:UnguardedCollectionMutation:WARN"
          + " -Xep:InconsistentLocking:WARN -Xep:SplitCriticalSection:WARN";

  private static final String NULLAWAY_CHECK = "-Xep:NullAway:WARN";

  /** Every package counts as annotated. NullAway demands to know even where it is off. */
  private static final String NULLAWAY_PACKAGES =
      " -Xep:NullAway:OFF -XepOpt:NullAway:AnnotatedPackages=com,org,io,synthetic";

  private final String label;
  private final Optional<String> checks;

  Setup(String label, Optional<String> checks) {
    this.label = label;
    this.checks = checks;
  }

  /** Returns how the tables call this setup. */
  String label() {
    return label;
  }

  /**
   * Returns the setup that this one adds something to, and is compared with; javac has none but
   * itself.
   */
  Setup base() {
    return switch (this) {
      case JAVAC, ERROR_PRONE, DEFAULTS -> JAVAC;
      case INTERLOCK, NULLAWAY -> ERROR_PRONE;
      case DEFAULTS_INTERLOCK -> DEFAULTS;
    };
  }

  /** Returns the options of javac. */
  ImmutableList<String> options(String processorPath) {
    ImmutableList.Builder<String> options = ImmutableList.builder();
    options.add("-proc:none", "-implicit:none", "-encoding", "UTF-8", "-nowarn");
    options.add("-XDcompilePolicy=simple", "--should-stop=ifError=FLOW");
    checks.ifPresent(
        flags ->
            options.add(
                "-processorpath",
                processorPath,
                "-Xplugin:ErrorProne" + NULLAWAY_PACKAGES + " " + flags));
    return options.build();
  }
}
