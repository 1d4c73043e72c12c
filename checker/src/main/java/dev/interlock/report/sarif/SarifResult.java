package dev.interlock.report.sarif;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import dev.interlock.fixes.TextEdit;
import dev.interlock.fixes.TextPatch;
import dev.interlock.report.CodePlace;
import dev.interlock.report.Excerpt;
import dev.interlock.report.Explanation;
import dev.interlock.report.Explanation.Run;
import dev.interlock.report.Explanation.Step;
import dev.interlock.report.FindingIdentity;
import dev.interlock.report.Result;
import java.util.ArrayList;
import java.util.List;

/** Writes one finding: the two runs that collide become the threads of a code flow. */
final class SarifResult {
  private static final String FINGERPRINT = "interlockFinding/v1";

  private final SourceRoot root;

  SarifResult(SourceRoot root) {
    this.root = root;
  }

  /**
   * Returns a result.
   *
   * @param explanation why the update can be lost
   * @param rule the index of its rule
   * @param ordinal which of the results with the same identity it is
   */
  JsonObject write(Result result, Explanation explanation, int rule, int ordinal) {
    JsonObject json =
        new JsonObject()
            .put("ruleId", result.identity().check())
            .put("ruleIndex", rule)
            .put("level", SarifRule.level(result.severity()))
            .put("message", text(explanation.headline() + ".\n" + explanation.advice()))
            .put("locations", ImmutableList.of(explanation), e -> primary(e, result.identity()))
            .put("codeFlows", ImmutableList.of(explanation), this::codeFlow)
            .put(
                "partialFingerprints",
                new JsonObject().put(FINGERPRINT, result.identity().fingerprint(ordinal)))
            .put("properties", properties(result.identity(), explanation));
    if (result.patch().isPresent()) {
      json.put("fixes", result.patch().stream().toList(), patch -> fix(explanation, patch));
    }
    if (result.accepted()) {
      json.put("suppressions", ImmutableList.of(result), r -> inBaseline());
    }
    return json;
  }

  private JsonObject primary(Explanation explanation, FindingIdentity identity) {
    JsonObject physical = physicalLocation(explanation.place());
    Excerpt excerpt = explanation.excerpt();
    if (excerpt.firstLine() > 0) {
      physical.put(
          "contextRegion",
          new JsonObject()
              .put("startLine", excerpt.firstLine())
              .put("endLine", excerpt.lastLine())
              .put("snippet", text(excerpt.text())));
    }
    return new JsonObject()
        .put("physicalLocation", physical)
        .put(
            "logicalLocations",
            ImmutableList.of(identity.member()),
            member -> new JsonObject().put("fullyQualifiedName", member).put("kind", "member"));
  }

  private JsonObject codeFlow(Explanation explanation) {
    return new JsonObject()
        .put("message", text("An order of steps that loses an update"))
        .put("threadFlows", explanation.runs(), run -> threadFlow(run, explanation));
  }

  private JsonObject threadFlow(Run run, Explanation explanation) {
    List<JsonObject> locations = new ArrayList<>();
    // The way ends at the access, which is a step as well.
    for (CodePlace place : run.way().subList(0, Math.max(0, run.way().size() - 1))) {
      locations.add(
          new JsonObject()
              .put("location", location(place, "passes " + place.code()))
              .put("importance", "important"));
    }
    int order = 0;
    for (Step step : explanation.interleaving()) {
      order++;
      if (step.run().equals(run.name())) {
        locations.add(step(step, order));
      }
    }
    return new JsonObject()
        .put("id", run.name())
        .put("message", text("Thread " + run.name() + ": " + run.account()))
        .put("locations", locations.stream())
        .put("properties", new JsonObject().put("locks", run.locks()));
  }

  private JsonObject step(Step step, int order) {
    String effect = step.effect().isEmpty() ? "" : ": " + step.effect();
    return new JsonObject()
        .put(
            "location",
            location(
                step.place(),
                "%s %s %s%s".formatted(step.run(), step.action(), step.place().code(), effect)))
        .put("executionOrder", order)
        .put("importance", "essential")
        .put(
            "properties",
            new JsonObject()
                .put("action", step.action())
                .put("code", step.place().code())
                .put("effect", step.effect()));
  }

  private JsonObject location(CodePlace place, String message) {
    return new JsonObject()
        .put("physicalLocation", physicalLocation(place))
        .put("message", text(message));
  }

  private JsonObject physicalLocation(CodePlace place) {
    JsonObject json = new JsonObject().put("artifactLocation", root.locate(place.file()));
    if (place.hasLine()) {
      json.put(
          "region",
          new JsonObject().put("startLine", place.line()).put("startColumn", place.column()));
    }
    return json;
  }

  private JsonObject fix(Explanation explanation, TextPatch patch) {
    JsonObject change =
        new JsonObject()
            .put("artifactLocation", root.locate(explanation.place().file()))
            .put("replacements", patch.edits(), SarifResult::replacement);
    return new JsonObject()
        .put("description", text(patch.description()))
        .put("artifactChanges", ImmutableList.of(change), c -> c);
  }

  private static JsonObject replacement(TextEdit edit) {
    return new JsonObject()
        .put(
            "deletedRegion",
            new JsonObject()
                .put("startLine", edit.startLine())
                .put("startColumn", edit.startColumn())
                .put("endLine", edit.endLine())
                .put("endColumn", edit.endColumn()))
        .put("insertedContent", text(edit.text()));
  }

  private static JsonObject properties(FindingIdentity identity, Explanation explanation) {
    return new JsonObject()
        .put("variable", identity.subject())
        .put("form", Ascii.toLowerCase(explanation.form().name()))
        .put("advice", explanation.advice());
  }

  private static JsonObject inBaseline() {
    return new JsonObject().put("kind", "external").put("justification", "It is in the baseline.");
  }

  private static JsonObject text(String text) {
    return new JsonObject().put("text", text);
  }
}
