package dev.interlock.report.sarif;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.google.common.collect.Multiset;
import dev.interlock.report.FindingIdentity;
import dev.interlock.report.Result;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The results of one compilation as a log of one run. The same results give the same bytes.
 *
 * @param version the version of the plugin; empty if it is not known
 * @param rules all checks
 * @param root the folder that files are named from, if it is not to be looked for
 * @param comparing whether there is a baseline, which makes results new or old
 */
public record SarifLog(
    Optional<String> version,
    ImmutableList<SarifRule> rules,
    Optional<Path> root,
    boolean comparing) {
  private static final String HOME = "https://github.com/interlock-dev/interlock";
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  /** Returns the log. */
  public String of(ImmutableList<Result> results) {
    JsonObject run =
        new JsonObject()
            .put("tool", new JsonObject().put("driver", driver()))
            .put("columnKind", "utf16CodeUnits")
            .put("originalUriBaseIds", new JsonObject().put(SourceRoot.ID, sourceRoot()))
            .put("results", results(results));
    return new JsonObject()
            .put("$schema", SCHEMA)
            .put("version", "2.1.0")
            .put("runs", ImmutableList.of(run), r -> r)
        + "\n";
  }

  private JsonObject driver() {
    JsonObject driver = new JsonObject().put("name", "Interlock");
    version.ifPresent(v -> driver.put("version", v));
    return driver.put("informationUri", HOME).put("rules", rules, SarifRule::toJson);
  }

  /** Says what the folder is, but not where: that is another place on every machine. */
  private static JsonObject sourceRoot() {
    return new JsonObject()
        .put("description", new JsonObject().put("text", "The root of the sources."));
  }

  private Stream<JsonObject> results(ImmutableList<Result> results) {
    SarifResult writer = new SarifResult(new SourceRoot(root));
    Multiset<FindingIdentity> seen = HashMultiset.create();
    List<JsonObject> written = new ArrayList<>();
    for (Result result : results) {
      FindingIdentity identity = result.identity();
      seen.add(identity);
      result
          .explanation()
          .map(why -> writer.write(result, why, ruleIndex(identity), seen.count(identity)))
          .ifPresent(json -> written.add(comparing ? compared(result, json) : json));
    }
    return written.stream();
  }

  private int ruleIndex(FindingIdentity identity) {
    return Iterables.indexOf(rules, rule -> rule.id().equals(identity.check()));
  }

  private static JsonObject compared(Result result, JsonObject json) {
    return json.put("baselineState", result.accepted() ? "unchanged" : "new");
  }
}
