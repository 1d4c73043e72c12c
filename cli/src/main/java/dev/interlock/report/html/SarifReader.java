package dev.interlock.report.html;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Streams;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.interlock.report.html.ReportedFinding.Excerpt;
import dev.interlock.report.html.ReportedFinding.Passage;
import dev.interlock.report.html.ReportedFinding.Place;
import dev.interlock.report.html.ReportedFinding.Step;
import dev.interlock.report.html.ReportedFinding.ThreadAccount;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the findings of Interlock from SARIF; results of other tools are left out. */
final class SarifReader {
  private SarifReader() {}

  /** Returns the findings in the text of a file. */
  static ImmutableList<ReportedFinding> read(String text) throws InvalidSarifException {
    try {
      JsonElement log = JsonParser.parseString(text);
      if (!log.isJsonObject() || !log.getAsJsonObject().has("runs")) {
        throw new InvalidSarifException("it has no runs");
      }
      return elements(log.getAsJsonObject(), "runs")
          .filter(run -> text(object(object(run, "tool"), "driver"), "name").equals("Interlock"))
          .flatMap(SarifReader::findings)
          .collect(toImmutableList());
    } catch (JsonParseException
        | IllegalStateException
        | UnsupportedOperationException
        | ClassCastException
        | NumberFormatException e) {
      throw new InvalidSarifException(String.valueOf(e.getMessage()));
    }
  }

  private static Stream<ReportedFinding> findings(JsonObject run) {
    return elements(run, "results").map(result -> finding(result, run));
  }

  private static ReportedFinding finding(JsonObject result, JsonObject run) {
    String check = text(result, "ruleId");
    JsonObject location = elements(result, "locations").findFirst().orElseGet(JsonObject::new);
    JsonObject properties = object(result, "properties");
    JsonObject flow = elements(result, "codeFlows").findFirst().orElseGet(JsonObject::new);
    String message = message(result);
    return new ReportedFinding(
        check,
        text(result, "level"),
        help(run, check),
        message.lines().findFirst().orElse(""),
        text(properties, "advice"),
        elements(result, "fixes")
            .findFirst()
            .map(f -> text(object(f, "description"), "text"))
            .orElse(""),
        place(location),
        elements(location, "logicalLocations")
            .findFirst()
            .map(member -> text(member, "fullyQualifiedName"))
            .orElse(""),
        text(properties, "variable"),
        text(properties, "form"),
        excerpt(object(object(location, "physicalLocation"), "contextRegion")),
        elements(flow, "threadFlows").map(SarifReader::thread).collect(toImmutableList()),
        elements(flow, "threadFlows")
            .flatMap(SarifReader::steps)
            .sorted(Comparator.comparingInt(Step::order))
            .collect(toImmutableList()),
        text(result, "baselineState").equals("unchanged")
            || elements(result, "suppressions").findAny().isPresent());
  }

  private static String help(JsonObject run, String check) {
    return elements(object(object(run, "tool"), "driver"), "rules")
        .filter(rule -> text(rule, "id").equals(check))
        .map(rule -> text(rule, "helpUri"))
        .findFirst()
        .orElse("");
  }

  private static ThreadAccount thread(JsonObject flow) {
    return new ThreadAccount(
        text(flow, "id"),
        message(flow),
        elements(flow, "locations")
            .filter(at -> !isStep(at))
            .map(at -> object(at, "location"))
            .map(at -> new Passage(place(at), message(at)))
            .collect(toImmutableList()),
        Streams.stream(array(object(flow, "properties"), "locks"))
            .map(JsonElement::getAsString)
            .collect(toImmutableList()));
  }

  private static Stream<Step> steps(JsonObject flow) {
    return elements(flow, "locations")
        .filter(SarifReader::isStep)
        .map(
            at ->
                new Step(
                    text(flow, "id"),
                    number(at, "executionOrder"),
                    text(object(at, "properties"), "action"),
                    text(object(at, "properties"), "code"),
                    text(object(at, "properties"), "effect"),
                    place(object(at, "location"))));
  }

  private static boolean isStep(JsonObject at) {
    return at.has("executionOrder");
  }

  private static Place place(JsonObject location) {
    JsonObject physical = object(location, "physicalLocation");
    String uri = text(object(physical, "artifactLocation"), "uri");
    return new Place(decoded(uri), number(object(physical, "region"), "startLine"));
  }

  private static String decoded(String uri) {
    try {
      return URLDecoder.decode(uri.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return uri;
    }
  }

  private static Excerpt excerpt(JsonObject region) {
    String snippet = text(object(region, "snippet"), "text");
    return snippet.isEmpty()
        ? new Excerpt(0, ImmutableList.of())
        : new Excerpt(
            number(region, "startLine"), ImmutableList.copyOf(Splitter.on('\n').split(snippet)));
  }

  private static String message(JsonObject object) {
    return text(object(object, "message"), "text");
  }

  private static JsonObject object(JsonObject parent, String name) {
    return parent.has(name) ? parent.getAsJsonObject(name) : new JsonObject();
  }

  private static JsonArray array(JsonObject parent, String name) {
    return parent.has(name) ? parent.getAsJsonArray(name) : new JsonArray();
  }

  private static Stream<JsonObject> elements(JsonObject parent, String name) {
    return Streams.stream(array(parent, name)).map(JsonElement::getAsJsonObject);
  }

  private static String text(JsonObject parent, String name) {
    return Optional.ofNullable(parent.get(name)).map(JsonElement::getAsString).orElse("");
  }

  private static int number(JsonObject parent, String name) {
    return Optional.ofNullable(parent.get(name)).map(JsonElement::getAsInt).orElse(0);
  }
}
