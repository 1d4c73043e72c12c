package dev.interlock.report.html;

import dev.interlock.report.html.ReportedFinding.Excerpt;
import dev.interlock.report.html.ReportedFinding.Passage;
import dev.interlock.report.html.ReportedFinding.Place;
import dev.interlock.report.html.ReportedFinding.ThreadAccount;

/** Writes the part of the page that tells of one finding. */
final class FindingSection {
  private final ReportedFinding finding;
  private final int number;

  /**
   * @param number where the finding stands in the page, from 1
   */
  FindingSection(ReportedFinding finding, int number) {
    this.finding = finding;
    this.number = number;
  }

  /** Returns an article. */
  String html() {
    return """
    <article class="finding%s" id="finding-%d" data-check="%s">
    <h3>%s</h3>
    <p class="where"><span class="level %s">%s</span> <code>%s</code>%s</p>
    %s%s<div class="threads">
    %s</div>
    %s%s</article>
    """
        .formatted(
            finding.accepted() ? " accepted" : "",
            number,
            Html.escape(finding.check()),
            Html.escape(finding.headline()),
            Html.escape(finding.level()),
            finding.accepted() ? "accepted" : Html.escape(finding.level()),
            place(finding.place()),
            member(),
            Timeline.of(finding),
            excerpt(finding.excerpt()),
            threads(),
            advice(),
            help());
  }

  private String member() {
    return finding.member().isEmpty()
        ? ""
        : " in <code>" + Html.escape(finding.member()) + "</code>";
  }

  private String excerpt(Excerpt excerpt) {
    if (excerpt.firstLine() == 0) {
      return "";
    }
    StringBuilder lines = new StringBuilder("<pre class=\"source\">");
    for (int i = 0; i < excerpt.lines().size(); i++) {
      int line = excerpt.firstLine() + i;
      lines.append(
          "<span class=\"line%s\"><span class=\"number\">%d</span>%s\n</span>"
              .formatted(
                  isStep(line) ? " hit" : "", line, Html.shortened(excerpt.lines().get(i), 400)));
    }
    return lines + "</pre>\n";
  }

  private boolean isStep(int line) {
    return finding.place().line() == line
        || finding.steps().stream()
            .anyMatch(
                step ->
                    step.place().file().equals(finding.place().file())
                        && step.place().line() == line);
  }

  private String threads() {
    StringBuilder all = new StringBuilder();
    for (ThreadAccount thread : finding.threads()) {
      all.append("<div class=\"thread\"><p>").append(Html.escape(thread.account()));
      all.append(
          thread.locks().isEmpty()
              ? ", no lock held"
              : ", holding <code>%s</code>"
                  .formatted(Html.escape(String.join(", ", thread.locks()))));
      all.append("</p>\n");
      if (!thread.way().isEmpty()) {
        all.append("<ol>\n");
        for (Passage passage : thread.way()) {
          all.append(
              "<li><code>%s</code> %s</li>\n"
                  .formatted(shortPlace(passage.place()), Html.shortened(passage.text(), 120)));
        }
        all.append("</ol>\n");
      }
      all.append("</div>\n");
    }
    return all.toString();
  }

  private String advice() {
    return "<p class=\"advice\">%s</p>\n%s"
        .formatted(
            Html.escape(finding.advice()),
            finding.fix().isEmpty()
                ? ""
                : "<p class=\"fix\">Fix: " + Html.escape(finding.fix()) + "</p>\n");
  }

  /** Only a link of the web is one: no other is written by the plugin. */
  private String help() {
    return finding.help().startsWith("https://")
        ? "<p class=\"help\"><a href=\"%s\" rel=\"noreferrer\">About %s</a></p>\n"
            .formatted(Html.escape(finding.help()), Html.escape(finding.check()))
        : "";
  }

  private static String shortPlace(Place place) {
    String file = place.file().substring(place.file().lastIndexOf('/') + 1);
    return place(new Place(file, place.line()));
  }

  private static String place(Place place) {
    return Html.escape(place.file()) + (place.line() > 0 ? ":" + place.line() : "");
  }
}
