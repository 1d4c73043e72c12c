package dev.interlock.cli;

import com.google.common.collect.ImmutableList;
import dev.interlock.report.html.HtmlReport;
import dev.interlock.report.html.InvalidSarifException;
import dev.interlock.util.TextFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files that {@code check} writes besides what it prints.
 *
 * @param log what the plugin writes
 * @param temporary whether nobody asked for that
 * @param page the page to make of it
 */
record FindingFiles(Optional<Path> log, boolean temporary, Optional<Path> page) {

  /** Returns the files that are asked for, and one for the log that a page needs. */
  static FindingFiles of(Optional<Path> sarif, Optional<Path> html) throws IOException {
    if (sarif.isPresent() || html.isEmpty()) {
      return new FindingFiles(sarif, false, html);
    }
    Path log = Files.createTempFile("interlock", ".sarif");
    Files.delete(log);
    return new FindingFiles(Optional.of(log), true, html);
  }

  /** Returns what the plugin is told. */
  ImmutableList<String> options() {
    return log.map(file -> ImmutableList.of("-XepOpt:Interlock:Sarif=" + file))
        .orElse(ImmutableList.of());
  }

  /** Makes the page, and says what was written. */
  void finish(PrintWriter err) throws IOException {
    if (log.isEmpty() || !Files.exists(log.get())) {
      return;
    }
    String sarif = Files.readString(log.get());
    if (temporary) {
      Files.delete(log.get());
    } else {
      err.println("Wrote " + log.get() + ".");
    }
    if (page.isPresent()) {
      write(sarif, page.get());
      err.println("Wrote " + page.get() + ".");
    }
  }

  private static void write(String sarif, Path page) throws IOException {
    try {
      TextFiles.write(page, HtmlReport.ofSarif(ImmutableList.of(sarif)).html());
    } catch (InvalidSarifException e) {
      throw SarifFiles.invalid(e);
    }
  }
}
