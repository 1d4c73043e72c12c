package dev.interlock.report.sarif;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.BugPattern.SeverityLevel;

/**
 * A check, as SARIF describes it.
 *
 * @param id its name
 * @param summary what it finds, in one sentence
 * @param page what its page says, in Markdown
 * @param link where its page is found
 */
public record SarifRule(
    String id, String summary, String page, String link, SeverityLevel severity) {

  JsonObject toJson() {
    return new JsonObject()
        .put("id", id)
        .put("name", id)
        .put("shortDescription", text(summary + "."))
        .put("fullDescription", text(summary + "."))
        .put("helpUri", link)
        .put(
            "help",
            text(summary + ". See " + link)
                .put("markdown", page.isEmpty() ? "[" + summary + "](" + link + ")" : page))
        .put("defaultConfiguration", new JsonObject().put("level", level(severity)))
        .put(
            "properties",
            new JsonObject()
                .put("tags", ImmutableList.of("concurrency", "correctness"))
                .put("precision", "high")
                .put("problem.severity", "error"));
  }

  static String level(SeverityLevel severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case SUGGESTION -> "note";
    };
  }

  private static JsonObject text(String text) {
    return new JsonObject().put("text", text);
  }
}
