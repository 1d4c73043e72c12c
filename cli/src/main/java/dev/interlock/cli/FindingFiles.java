package dev.interlock.cli;

import com.google.common.collect.ImmutableList;
import dev.interlock.report.html.HtmlReport;
import dev.interlock.report.html.InvalidSarifException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files that {@code check} writes besides what it prints.
 *
 * @param log what the plugin writes, for the time of the check
 * @param sarif where that is to stay
 * @param page the page to make of it
 */
record FindingFiles(Optional<Path> log, Optional<Path> sarif, Optional<Path> page)
    implements AutoCloseable {

  /** Returns the files that are asked for, and one for the log that they need. */
  static FindingFiles of(Optional<Path> sarif, Optional<Path> html) throws IOException {
    if (sarif.isEmpty() && html.isEmpty()) {
      return new FindingFiles(Optional.empty(), sarif, html);
    }
    Path log = Files.createTempFile("interlock", ".sarif");
    Files.delete(log);
    return new FindingFiles(Optional.of(log), sarif, html);
  }

  /** Returns what the plugin is told. */
  ImmutableList<String> options() {
    return log.map(file -> ImmutableList.of("-XepOpt:Interlock:Sarif=" + file))
        .orElse(ImmutableList.of());
  }

  /** Writes what is asked for, and says so; without a compilation there is nothing to write. */
  void write(PrintWriter err) throws IOException {
    if (log.isEmpty() || !Files.exists(log.get())) {
      return;
    }
    String found = Files.readString(log.get());
    if (sarif.isPresent()) {
      OutputFile.write(sarif.get(), found, err);
    }
    if (page.isPresent()) {
      OutputFile.write(page.get(), html(found), err);
    }
  }

  private static String html(String found) {
    try {
      return HtmlReport.ofSarif(ImmutableList.of(found)).html();
    } catch (InvalidSarifException e) {
      throw SarifFiles.invalid(e);
    }
  }

  /** Deletes the log. */
  @Override
  public void close() throws IOException {
    if (log.isPresent()) {
      Files.deleteIfExists(log.get());
    }
  }
}
