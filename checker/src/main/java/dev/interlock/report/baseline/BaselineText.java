package dev.interlock.report.baseline;

import com.google.common.collect.TreeMultiset;
import java.util.List;

/** Baselines as text: a heading of comments, and a line for each entry, sorted. */
final class BaselineText {
  private static final String HEADING =
      """
      # Findings of Interlock that are accepted for now: file, check, member, variable.
      # Delete a line when its finding is fixed, or have the file written anew.
      """;

  private BaselineText() {}

  /**
   * Returns the entries of a text.
   *
   * @param name the file that the text comes from
   */
  static TreeMultiset<Entry> parse(String text, String name) {
    TreeMultiset<Entry> entries = TreeMultiset.create();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        String place = name + ":" + (i + 1);
        entries.add(
            Entry.parse(line)
                .orElseThrow(
                    () ->
                        new InvalidBaselineException(
                            place
                                + ": a line of a baseline is: file, check, member, variable;"
                                + " found: "
                                + line)));
      }
    }
    return entries;
  }

  static String format(TreeMultiset<Entry> entries) {
    StringBuilder text = new StringBuilder(HEADING);
    entries.forEach(entry -> text.append(entry.toLine()).append('\n'));
    return text.toString();
  }
}
