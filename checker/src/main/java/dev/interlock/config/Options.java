package dev.interlock.config;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.stream.Collectors.joining;

import com.google.common.base.Ascii;
import com.google.common.base.Enums;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.errorprone.ErrorProneFlags;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * The options of a compilation, given as {@code -XepOpt:Interlock:Name=value}.
 *
 * @param models files of library models that are added to the bundled ones, a later one overriding
 *     an earlier one
 * @param report how much evidence a finding needs
 * @param fix which family of fixes the user would rather have
 * @param longAdder whether counters that are only added to become adders
 * @param outputs where results go, and which
 * @param debug whether internal failures are told with their stack traces
 */
public record Options(
    ImmutableList<Path> models,
    ReportLevel report,
    FixFamily fix,
    boolean longAdder,
    Outputs outputs,
    boolean debug) {
  private static final String PREFIX = "Interlock:";
  private static final String MODELS = "Models";
  private static final String REPORT = "Report";
  private static final String FIX = "Fix";
  private static final String LONG_ADDER = "LongAdder";
  private static final String DEBUG = "Debug";
  private static final String SARIF = "Sarif";
  private static final String ROOT = "Root";
  private static final String BASELINE = "Baseline";
  private static final String WRITE_BASELINE = "WriteBaseline";
  private static final String SUMMARY = "Summary";
  private static final String UNUSED_SUPPRESSIONS = "UnusedSuppressions";

  /** All options. */
  public static final ImmutableSortedSet<String> NAMES =
      ImmutableSortedSet.of(
          MODELS,
          REPORT,
          FIX,
          LONG_ADDER,
          DEBUG,
          SARIF,
          ROOT,
          BASELINE,
          WRITE_BASELINE,
          SUMMARY,
          UNUSED_SUPPRESSIONS);

  private static final Splitter LIST = Splitter.on(',').trimResults().omitEmptyStrings();

  /**
   * Reads the options from the flags that Error Prone was given.
   *
   * @throws InvalidOptionException if an option of this prefix is not known, or its value is wrong
   */
  public static Options parse(ErrorProneFlags flags) {
    for (String key : flags.getFlagsMap().keySet()) {
      if (key.regionMatches(/* ignoreCase= */ true, 0, PREFIX, 0, PREFIX.length())
          && !(key.startsWith(PREFIX) && NAMES.contains(key.substring(PREFIX.length())))) {
        throw unknown(key);
      }
    }
    return new Options(
        get(flags, MODELS).map(Options::paths).orElse(ImmutableList.of()),
        get(flags, REPORT).map(Options::level).orElse(ReportLevel.DEFAULT),
        get(flags, FIX).map(Options::family).orElse(FixFamily.EXPERT),
        yesOrNo(flags, LONG_ADDER).orElse(false),
        outputs(flags),
        yesOrNo(flags, DEBUG).orElse(false));
  }

  private static Outputs outputs(ErrorProneFlags flags) {
    return new Outputs(
        value(flags, SARIF, Destination::of),
        path(flags, ROOT),
        path(flags, BASELINE),
        path(flags, WRITE_BASELINE),
        yesOrNo(flags, SUMMARY).orElse(true),
        yesOrNo(flags, UNUSED_SUPPRESSIONS).orElse(false));
  }

  private static Optional<String> get(ErrorProneFlags flags, String name) {
    return flags.get(PREFIX + name);
  }

  private static ImmutableList<Path> paths(String value) {
    try {
      return LIST.splitToStream(value).map(Path::of).collect(toImmutableList());
    } catch (InvalidPathException e) {
      throw invalid(MODELS, value, "files, separated by commas");
    }
  }

  private static Optional<Path> path(ErrorProneFlags flags, String name) {
    return value(flags, name, Path::of);
  }

  /** An option without a value reaches us as {@code true}, which is no file that anyone means. */
  private static <T> Optional<T> value(
      ErrorProneFlags flags, String name, Function<String, T> reader) {
    Optional<String> value = get(flags, name);
    if (value.filter(text -> text.isBlank() || text.equals("true")).isPresent()) {
      throw invalid(name, value.get(), "a path");
    }
    try {
      return value.map(reader);
    } catch (InvalidPathException e) {
      throw invalid(name, value.orElseThrow(), "a path");
    }
  }

  private static ReportLevel level(String value) {
    return Enums.getIfPresent(ReportLevel.class, Ascii.toUpperCase(value))
        .toJavaUtil()
        .orElseThrow(
            () ->
                invalid(
                    REPORT,
                    value,
                    Arrays.stream(ReportLevel.values())
                        .map(level -> Ascii.toLowerCase(level.name()))
                        .collect(joining(" or "))));
  }

  private static FixFamily family(String value) {
    return switch (value) {
      case "atomic" -> FixFamily.ATOMIC;
      case "mutex" -> FixFamily.MUTEX;
      default -> throw invalid(FIX, value, "atomic or mutex");
    };
  }

  private static Optional<Boolean> yesOrNo(ErrorProneFlags flags, String name) {
    return get(flags, name)
        .map(
            value ->
                switch (value) {
                  case "true" -> true;
                  case "false" -> false;
                  default -> throw invalid(name, value, "true or false");
                });
  }

  private static InvalidOptionException unknown(String key) {
    return new InvalidOptionException(
        "there is no option -XepOpt:%s; the options are %s"
            .formatted(key, NAMES.stream().map(name -> PREFIX + name).collect(joining(", "))));
  }

  private static InvalidOptionException invalid(String name, String value, String expected) {
    return new InvalidOptionException(
        "-XepOpt:%s%s=%s is not understood; the value must be %s"
            .formatted(PREFIX, name, value, expected));
  }
}
