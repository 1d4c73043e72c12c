package dev.interlock.bugpatterns;

import com.google.common.collect.Sets;
import com.google.errorprone.ErrorProneOptions;
import com.google.errorprone.ErrorProneOptions.Severity;
import com.google.errorprone.VisitorState;
import dev.interlock.analysis.verdict.FindingKind;
import dev.interlock.report.FindingIdentity;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which checks of ours are on, as the flags of Error Prone say. */
final class EnabledChecks {
  private EnabledChecks() {}

  /** Returns the kinds of findings whose checks are on. */
  static Set<FindingKind> of(ErrorProneOptions options) {
    return Arrays.stream(FindingKind.values())
        .filter(kind -> isOn(FindingIdentity.checkOf(kind), options))
        .collect(Collectors.collectingAndThen(Collectors.toSet(), Sets::immutableEnumSet));
  }

  /** Returns whether the flags give the check a severity of their own, which holds for all. */
  static boolean isGraded(FindingKind kind, VisitorState state) {
    return state.errorProneOptions().getSeverityMap().entrySet().stream()
        .filter(
            flag ->
                flag.getKey().equals(FindingIdentity.checkOf(kind))
                    || flag.getKey().equals(LostUpdateChecker.ALL_CHECKS))
        .anyMatch(flag -> flag.getValue() == Severity.ERROR || flag.getValue() == Severity.WARN);
  }

  private static boolean isOn(String check, ErrorProneOptions options) {
    boolean on = !options.isDisableAllChecks();
    for (Map.Entry<String, Severity> flag : options.getSeverityMap().entrySet()) {
      if (flag.getKey().equals(check) || flag.getKey().equals(LostUpdateChecker.ALL_CHECKS)) {
        on = flag.getValue() != Severity.OFF;
      }
    }
    return on;
  }
}
