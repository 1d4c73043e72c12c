package dev.interlock.cli;

import com.google.common.collect.ImmutableList;
import dev.interlock.report.html.InvalidSarifException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Parameters;

/** The SARIF files that a command makes one file of. */
final class SarifInput {
  @Parameters(
      arity = "1..*",
      paramLabel = "SARIF",
      description = "SARIF files, and folders of them")
  private List<Path> files = new ArrayList<>();

  /** What becomes of the texts of the files. */
  @FunctionalInterface
  interface Conversion {
    String of(ImmutableList<String> logs) throws InvalidSarifException;
  }

  /** Writes what becomes of the files, and says so. */
  void convert(Conversion conversion, Path output, PrintWriter err) throws IOException {
    ImmutableList<String> logs = SarifFiles.read(files);
    try {
      OutputFile.write(output, conversion.of(logs), err);
    } catch (InvalidSarifException e) {
      throw SarifFiles.invalid(e);
    }
  }
}
