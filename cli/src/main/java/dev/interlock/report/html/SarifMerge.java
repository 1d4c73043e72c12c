package dev.interlock.report.html;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Makes one SARIF log of several that one version of the plugin wrote. */
public final class SarifMerge {
  private SarifMerge() {}

  /**
   * Returns the first log with the results of all of them, each one once.
   *
   * @throws InvalidSarifException if a text is no log, or has other rules than the first one
   */
  public static String merge(List<String> logs) throws InvalidSarifException {
    try {
      JsonObject merged = JsonParser.parseString(logs.get(0)).getAsJsonObject();
      JsonObject run = runOf(merged);
      Set<JsonElement> results = new LinkedHashSet<>();
      for (String log : logs) {
        JsonObject other = runOf(JsonParser.parseString(log).getAsJsonObject());
        if (!other.get("tool").equals(run.get("tool"))) {
          throw new InvalidSarifException("it is of another tool, or version, than the first one");
        }
        other.getAsJsonArray("results").forEach(results::add);
      }
      JsonArray all = new JsonArray();
      results.forEach(all::add);
      run.add("results", all);
      return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(merged)
          + "\n";
    } catch (JsonParseException
        | IllegalStateException
        | ClassCastException
        | NullPointerException
        | IndexOutOfBoundsException e) {
      throw new InvalidSarifException(String.valueOf(e.getMessage()));
    }
  }

  private static JsonObject runOf(JsonObject log) {
    return log.getAsJsonArray("runs").get(0).getAsJsonObject();
  }
}
