package dev.interlock.report;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMultiset;
import com.google.common.collect.Multiset;
import com.google.common.collect.Multisets;

/** Counts the findings of a compilation in one line. */
public final class Summary {
  private Summary() {}

  /** Returns the line; empty if nothing was found. */
  public static String of(ImmutableList<Result> results) {
    ImmutableList<Result> told =
        results.stream()
            .filter(result -> !result.accepted())
            .collect(ImmutableList.toImmutableList());
    int accepted = results.size() - told.size();
    if (results.isEmpty()) {
      return "";
    }
    if (told.isEmpty()) {
      return "found nothing new; %s".formatted(inBaseline(accepted));
    }
    long files = told.stream().map(Result::file).distinct().count();
    return "found %s in %s: %s%s"
        .formatted(
            count(told.size(), "lost update"),
            count(files, "file"),
            byCheck(told),
            accepted == 0 ? "" : "; " + inBaseline(accepted));
  }

  private static String inBaseline(int accepted) {
    return accepted == 1 ? "1 is in the baseline" : accepted + " are in the baseline";
  }

  private static String byCheck(ImmutableList<Result> told) {
    Multiset<String> checks =
        told.stream()
            .map(result -> result.identity().check())
            .collect(ImmutableSortedMultiset.toImmutableSortedMultiset(String::compareTo));
    return Multisets.copyHighestCountFirst(checks).entrySet().stream()
        .map(entry -> entry.getCount() + " " + entry.getElement())
        .collect(joining(", "));
  }

  private static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
