package dev.interlock.report.html;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;

/**
 * A page that shows findings to people: by check and by file, and for each one how two threads lose
 * an update. It holds all that it needs, and loads nothing.
 */
public final class HtmlReport {
  private final ImmutableList<ReportedFinding> findings;

  private HtmlReport(ImmutableList<ReportedFinding> findings) {
    this.findings = findings;
  }

  /**
   * Makes a report of several SARIF logs.
   *
   * @throws InvalidSarifException if one of the texts is none
   */
  public static HtmlReport ofSarif(List<String> logs) throws InvalidSarifException {
    ImmutableList.Builder<ReportedFinding> all = ImmutableList.builder();
    for (String log : logs) {
      all.addAll(SarifReader.read(log));
    }
    return new HtmlReport(
        all.build().stream()
            .distinct()
            .sorted(
                Comparator.comparing(ReportedFinding::accepted)
                    .thenComparing(finding -> finding.place().file())
                    .thenComparing(finding -> finding.place().line()))
            .collect(toImmutableList()));
  }

  /** Returns the page. */
  public String html() {
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Interlock: lost updates</title>
    <style>
    %s</style>
    </head>
    <body>
    <header>
    <h1>%s</h1>
    %s</header>
    <main>
    %s</main>
    <script>
    %s</script>
    </body>
    </html>
    """
        .formatted(resource("report.css"), title(), overview(), sections(), resource("report.js"));
  }

  private String title() {
    long accepted = findings.stream().filter(ReportedFinding::accepted).count();
    long told = findings.size() - accepted;
    String title = told == 1 ? "1 lost update" : told + " lost updates";
    return accepted == 0 ? title : title + ", and " + accepted + " accepted";
  }

  private String overview() {
    if (findings.isEmpty()) {
      return "<p id=\"empty\">Nothing was found.</p>\n";
    }
    return """
    <p class="filter">
    <label>Check <select id="check"><option value="">all</option>
    %s</select></label>
    <label>Text <input id="text" type="search" placeholder="file, class, variable"></label>
    <label><input id="accepted" type="checkbox" checked> accepted ones too</label>
    <output id="shown"></output>
    </p>
    <div class="tables">
    %s%s</div>
    """
        .formatted(
            String.join("", byCheck().keySet().stream().map(HtmlReport::option).toList()),
            table("By check", byCheck()),
            table("By file", byFile()));
  }

  private static String option(String check) {
    return "<option>" + Html.escape(check) + "</option>\n";
  }

  private ImmutableListMultimap<String, ReportedFinding> byCheck() {
    return Multimaps.index(
        findings.stream().sorted(Comparator.comparing(ReportedFinding::check)).toList(),
        ReportedFinding::check);
  }

  private ImmutableListMultimap<String, ReportedFinding> byFile() {
    return Multimaps.index(
        findings.stream().sorted(Comparator.comparing(finding -> finding.place().file())).toList(),
        finding -> finding.place().file());
  }

  private String table(String caption, ImmutableListMultimap<String, ReportedFinding> groups) {
    StringBuilder rows = new StringBuilder();
    groups
        .asMap()
        .forEach(
            (name, group) ->
                rows.append(
                    "<tr><td><a href=\"#finding-%d\">%s</a></td><td>%d</td></tr>\n"
                        .formatted(
                            findings.indexOf(group.iterator().next()) + 1,
                            Html.escape(name),
                            group.size())));
    return "<table>\n<caption>%s</caption>\n%s</table>\n".formatted(caption, rows);
  }

  private String sections() {
    StringBuilder sections = new StringBuilder();
    String file = "";
    for (int i = 0; i < findings.size(); i++) {
      ReportedFinding finding = findings.get(i);
      if (i == 0 || !finding.place().file().equals(file)) {
        file = finding.place().file();
        sections.append(i == 0 ? "" : "</section>\n");
        sections.append("<section>\n<h2>").append(Html.escape(file)).append("</h2>\n");
      }
      sections.append(new FindingSection(finding, i + 1).html());
    }
    return findings.isEmpty() ? "" : sections + "</section>\n";
  }

  private static String resource(String name) {
    try {
      return Resources.toString(Resources.getResource(HtmlReport.class, name), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
