package dev.interlock.bugpatterns;

import com.google.common.primitives.Ints;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.Options;
import dev.interlock.report.Result;
import java.util.Collection;
import java.util.Optional;

/** Javac lists no more errors, and no more warnings, than it is asked for: 100 of each. */
final class ListLimit {
  private static final int DEFAULT = 100;

  private ListLimit() {}

  /** Returns how to see more, if javac does not list all results; else nothing. */
  static String hint(Context context, Collection<Result> results) {
    return hint("-Xmaxerrs", true, context, results) + hint("-Xmaxwarns", false, context, results);
  }

  private static String hint(
      String option, boolean errors, Context context, Collection<Result> results) {
    long told =
        results.stream()
            .filter(result -> !result.accepted())
            .filter(result -> (result.severity() == SeverityLevel.ERROR) == errors)
            .count();
    int limit =
        Optional.ofNullable(Options.instance(context).get(option))
            .map(Ints::tryParse)
            .orElse(DEFAULT);
    return limit > 0 && told > limit
        ? "; javac lists %d %s at most, unless %s says otherwise"
            .formatted(limit, errors ? "errors" : "warnings", option)
        : "";
  }
}
