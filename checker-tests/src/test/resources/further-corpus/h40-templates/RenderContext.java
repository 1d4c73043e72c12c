package templates;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one rendering needs. */
class RenderContext {

    private final Map<String, ?> values;
    private final Map<String, Integer> used = new HashMap<>();
    private StringBuilder out = new StringBuilder();
    private int cost;
    private boolean finished;

    RenderContext(Map<String, ?> values) {
        this.values = values;
    }

    void append(String s) {
        if (finished) {
            throw new IllegalStateException("finished");
        }
        out.append(s);
    }

    void appendValue(String key, List<TemplateEngine.Filter> filters, int filterCost) {
        cost += filterCost;
        Integer n = used.get(key);
        used.put(key, n == null ? 1 : n + 1);
        String s = String.valueOf(values.get(key));
        for (TemplateEngine.Filter f : filters) {
            s = f.apply(s);
        }
        append(s);
    }

    String finish() {
        if (!finished) {
            finished = true;
            if (cost > 10_000) {
                out.append("<!-- expensive -->");
            }
        }
        return out.toString();
    }
}
