package dev.interlock.report.html;

import com.google.gson.JsonPrimitive;

/** A log as the plugin writes it, some of it with names that nobody should have. */
final class SampleLog {
  private static final String HOSTILE = "</script><img src=x onerror=\"window.hacked=1\">";

  /** Three findings in three files. */
  static final String TEXT =
      log(
          result("UnsafeReadModifyWrite", "src/Albums.java", "'count' is lost", "computes", "", ""),
          result(
              "NonAtomicCheckThenAct",
              "src/a%20b/Sizes.java",
              "'sizes' is checked " + HOSTILE,
              "decides",
              "\"this\"",
              ""),
          result(
              "InconsistentLocking",
              "src/" + HOSTILE + ".java",
              HOSTILE.repeat(20),
              HOSTILE,
              "",
              ", \"baselineState\": \"unchanged\""));

  private SampleLog() {}

  /** Returns a log of these results. */
  static String log(String... results) {
    return """
    {"version": "2.1.0", "runs": [{
      "tool": {"driver": {"name": "Interlock", "rules": [
        {"id": "UnsafeReadModifyWrite", "helpUri": "https://example.com/page.md"},
        {"id": "NonAtomicCheckThenAct", "helpUri": "javascript:alert(1)"}
      ]}},
      "results": [%s]}]}
    """
        .formatted(String.join(",", results));
  }

  /**
   * Returns a result.
   *
   * @param locks the locks that thread A holds, as the elements of an array
   * @param more further members
   */
  static String result(
      String check, String file, String headline, String form, String locks, String more) {
    return """
    {"ruleId": "%s", "level": "error", "message": {"text": %s},
     "properties": {"variable": %s, "form": %s, "advice": "Use a lock."},
     "locations": [{"physicalLocation": {"artifactLocation": {"uri": %s},
         "region": {"startLine": 19, "startColumn": 3},
         "contextRegion": {"startLine": 18, "endLine": 20, "snippet": {"text": %s}}},
       "logicalLocations": [{"fullyQualifiedName": "com.acme.Albums.upload(Runnable)"}]}],
     "codeFlows": [{"threadFlows": [
       {"id": "A", "message": {"text": "Thread A: a task"}, "properties": {"locks": [%s]},
        "locations": [
          {"location": {"message": {"text": "passes submit()"}}},
          {"executionOrder": 1, "location": {},
           "properties": {"action": "reads", "code": %s, "effect": ""}},
          {"executionOrder": 3, "location": {},
           "properties": {"action": "writes", "code": %s, "effect": "overwrites what B wrote"}}]},
       {"id": "B", "message": {"text": "Thread B: another"}, "properties": {"locks": []},
        "locations": [
          {"executionOrder": 2, "location": {},
           "properties": {"action": "writes", "code": "count++", "effect": ""}}]}]}]%s}
    """
        .formatted(
            check,
            quoted(headline + ".\nUse a lock."),
            quoted(headline),
            quoted(form),
            quoted(file),
            quoted("before\n\t" + headline + "\nafter"),
            locks,
            quoted("WWW = " + headline),
            quoted("WWW = " + "W".repeat(100)),
            more);
  }

  private static String quoted(String text) {
    return new JsonPrimitive(text).toString();
  }
}
