package dev.interlock.benchmarks;

import com.google.common.base.Joiner;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The page on performance: text written by hand around tables that the measurements write. */
final class Page {
  private final Path file;

  Page(Path file) {
    this.file = file;
  }

  /** Puts a table, and the machine that it was measured on, between the marks of a section. */
  void replace(String section, ImmutableList<String> table) throws IOException {
    String begin = "<!-- measured: " + section + " -->";
    String end = "<!-- end of " + section + " -->";
    String text = Files.readString(file);
    int from = text.indexOf(begin);
    int to = text.indexOf(end);
    if (from < 0 || to < from) {
      throw new IllegalStateException(file + " has no section " + begin);
    }
    String measured = machine() + "\n\n" + Joiner.on('\n').join(table);
    Files.writeString(
        file,
        text.substring(0, from + begin.length()) + "\n" + measured + "\n" + text.substring(to));
  }

  private static String machine() throws IOException {
    return String.format(
        Locale.ROOT,
        "Measured on %s, %d processors, %s %s, Java %s.",
        processor(),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name"),
        System.getProperty("os.version"),
        Runtime.version());
  }

  private static String processor() throws IOException {
    Path description = Path.of("/proc/cpuinfo");
    List<String> lines = Files.exists(description) ? Files.readAllLines(description) : List.of();
    return lines.stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> Splitter.on(':').trimResults().splitToList(line).get(1))
        .findFirst()
        .orElse(System.getProperty("os.arch"));
  }
}
