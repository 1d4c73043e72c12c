package dev.interlock.benchmarks;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Code that nobody writes by hand, and that generators do: one sort of thing, very often. */
enum ExtremeCode {
  CALL_CHAIN("a chain of %d calls", 10_000),
  RECURSION("%d mutually recursive methods", 2_000),
  LAMBDAS("a class of %d lambdas", 5_000),
  ARRAY("an array of %d elements", 100_000),
  NESTING("%d conditions in each other, again and again", 60);

  private final String label;
  private final int size;

  ExtremeCode(String label, int size) {
    this.label = label;
    this.size = size;
  }

  String label() {
    return label.formatted(size);
  }

  /** Writes the code below {@code parent}, of its full size divided by {@code divisor}. */
  Project write(Path parent, int divisor) {
    try {
      Path folder = Files.createDirectories(parent.resolve(name() + divisor));
      ImmutableList.Builder<Path> sources = ImmutableList.builder();
      int number = 0;
      for (String source : text(size / divisor)) {
        Path file = folder.resolve("Extreme" + number++ + ".java");
        sources.add(Files.writeString(file, source));
      }
      return new Project(name() + divisor, sources.build(), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the files of the code. */
  private ImmutableList<String> text(int times) {
    return switch (this) {
      case CALL_CHAIN -> chain(times);
      case RECURSION -> recursion(times);
      case LAMBDAS -> lambdas(times);
      case ARRAY -> array(times);
      case NESTING -> nesting(times);
    };
  }

  private static String type(int number, String fields, String members) {
    return "class Extreme" + number + " {\n  int count;\n" + fields + "\n" + members + "}\n";
  }

  private static String repeat(int times, String separator, IntFunction<String> text) {
    return IntStream.range(0, times).mapToObj(text).collect(Collectors.joining(separator));
  }

  /** Several classes: the constants of one do not suffice. */
  private static ImmutableList<String> chain(int size) {
    int perClass = 2_000;
    ImmutableList.Builder<String> classes = ImmutableList.builder();
    for (int first = 0; first < size; first += perClass) {
      int start = first;
      classes.add(
          type(
              first / perClass,
              "",
              repeat(
                  Math.min(perClass, size - first),
                  "",
                  i -> link(start + i, (start + i + 1) / perClass, start + i + 1 < size))));
    }
    return classes.build();
  }

  private static String link(int number, int nextClass, boolean more) {
    String next = more ? "new Extreme%d().m%d(x + 1);".formatted(nextClass, number + 1) : "";
    return "  void m%d(int x) { count += x; %s }\n".formatted(number, next);
  }

  private static ImmutableList<String> recursion(int size) {
    return ImmutableList.of(
        type(
            0,
            "",
            repeat(
                size,
                "",
                i ->
                    "  void m%d(int x) { if (x > 0) { count++; m%d(x - 1); m%d(x - 2); } }\n"
                        .formatted(i, (i + 1) % size, (i * 7 + 3) % size))));
  }

  private static ImmutableList<String> lambdas(int size) {
    return ImmutableList.of(
        type(
            0,
            "  java.util.concurrent.ExecutorService executor;\n",
            repeat(
                size / 50,
                "",
                i ->
                    "  void m%d() {\n%s  }\n"
                        .formatted(
                            i, repeat(50, "", j -> "    executor.execute(() -> count++);\n")))));
  }

  private static ImmutableList<String> array(int size) {
    int perClass = 5_000;
    return IntStream.range(0, Math.max(1, size / perClass))
        .mapToObj(
            number ->
                type(
                    number,
                    "  static final int[] VALUES = {"
                        + repeat(perClass, ", ", Integer::toString)
                        + "};\n",
                    ""))
        .collect(ImmutableList.toImmutableList());
  }

  private static ImmutableList<String> nesting(int size) {
    String open = repeat(size, "", i -> "if (x > %d) { int v%d = count + x; ".formatted(i, i));
    String body = open + "count += v0;" + repeat(size, "", i -> " }");
    return ImmutableList.of(
        type(0, "", repeat(40, "", i -> "  void m%d(int x) { %s }\n".formatted(i, body))));
  }
}
