package dev.interlock.report.baseline;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import dev.interlock.report.FindingIdentity;
import java.net.URLDecoder;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One accepted finding: a line of the file.
 *
 * @param file the source file, from the folder of the baseline, with slashes; a URI if it is not
 *     below one root with the baseline
 */
record Entry(String file, FindingIdentity identity) implements Comparable<Entry> {
  private static final int FIELDS = 4;
  private static final Splitter LINE =
      Splitter.on(CharMatcher.whitespace()).trimResults().omitEmptyStrings().limit(FIELDS);

  /** What would end the first field, or the line, or begin a comment. */
  private static final CharMatcher ESCAPED =
      CharMatcher.whitespace().or(CharMatcher.javaIsoControl()).or(CharMatcher.anyOf("%#"));

  /** Returns what a line means; empty if it means nothing. */
  static Optional<Entry> parse(String line) {
    List<String> fields = LINE.splitToList(line.strip());
    if (fields.size() != FIELDS) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Entry(
              URLDecoder.decode(fields.get(0).replace("+", "%2B"), UTF_8),
              new FindingIdentity(fields.get(1), fields.get(2), fields.get(3))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  String toLine() {
    return escaped(file) + " " + identity;
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            character -> {
              String own = Character.toString(character);
              if (ESCAPED.matchesAnyOf(own)) {
                for (byte octet : own.getBytes(UTF_8)) {
                  escaped.append(String.format("%%%02X", octet));
                }
              } else {
                escaped.append(own);
              }
            });
    return escaped.toString();
  }

  @Override
  public int compareTo(Entry other) {
    return Comparator.comparing(Entry::file).thenComparing(Entry::identity).compare(this, other);
  }
}
