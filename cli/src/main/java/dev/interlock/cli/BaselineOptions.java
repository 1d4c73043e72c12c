package dev.interlock.cli;

import com.google.common.collect.ImmutableList;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** Which findings are accepted: those of a baseline, or all, which are written to one. */
final class BaselineOptions {
  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "a baseline; only findings that are not in it are printed")
  private Optional<Path> accepted = Optional.empty();

  @Option(
      names = "--write-baseline",
      paramLabel = "FILE",
      description = "a baseline to write the findings to instead of printing them")
  private Optional<Path> written = Optional.empty();

  /** Returns what the plugin is told. */
  ImmutableList<String> flags() {
    ImmutableList.Builder<String> flags = ImmutableList.builder();
    accepted.map(BaselineOptions::requireThere).map(flag("Baseline")).ifPresent(flags::add);
    written.map(flag("WriteBaseline")).ifPresent(flags::add);
    return flags.build();
  }

  /** Returns what it means that the checks report nothing. */
  String silence() {
    if (written.isPresent()) {
      return "all findings accepted";
    }
    return accepted.isPresent() ? "nothing new found" : "nothing found";
  }

  private static Function<Path, String> flag(String option) {
    return file -> "-XepOpt:Interlock:%s=%s".formatted(option, file);
  }

  private static Path requireThere(Path file) {
    if (!Files.exists(file)) {
      throw new CommandException(
          "There is no baseline " + file + ".", "Write it with --write-baseline " + file + ".");
    }
    return file;
  }
}
