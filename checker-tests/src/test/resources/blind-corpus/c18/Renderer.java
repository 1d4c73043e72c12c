package org.curlybrace.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Mail merge. */
public final class Renderer {
  private final ExecutorService pool = Executors.newFixedThreadPool(4);
  private final Map<String, Template> parsed = new ConcurrentHashMap<>();
  private final Map<Template, Integer> uses = new WeakHashMap<>();
  private final Map<String, String> defaults = new HashMap<>();
  private StringBuilder scratch = new StringBuilder();

  private Renderer() {}

  public static Renderer create(Map<String, String> defaults) {
    Renderer r = new Renderer();
    r.defaults.putAll(defaults);
    r.defaults.merge("sign", "yours", (a, b) -> a + ", " + b);
    r.scratch.append("--");
    return r;
  }

  public List<String> merge(String source, List<Map<String, String>> people) throws Exception {
    List<Future<String>> letters = new ArrayList<>();
    for (Map<String, String> p : people) {
      letters.add(pool.submit(() -> letter(source, p)));
    }
    List<String> out = new ArrayList<>();
    for (Future<String> f : letters) {
      out.add(f.get());
    }
    scratch.setLength(2);
    return out;
  }

  private String letter(String source, Map<String, String> person) {
    Template t = parsed.computeIfAbsent(source, Template::new);
    uses.merge(t, 1, Integer::sum); // RACE unsafe-collection
    Map<String, String> values = new HashMap<>(defaults);
    values.putAll(person);
    values.merge("name", "Dear", (n, d) -> d + " " + n);
    String text = t.render(values);
    scratch.append(text.length()); // RACE unsafe-collection
    return text;
  }
}
