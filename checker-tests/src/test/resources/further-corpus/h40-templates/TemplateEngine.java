package templates;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/** Compiles and renders templates. One engine serves all threads. */
public final class TemplateEngine {

    enum Filter {
        UPPER { @Override String apply(String s) { return s.toUpperCase(); } },
        TRIM { @Override String apply(String s) { return s.trim(); } },
        ESCAPE {
            @Override String apply(String s) {
                StringBuilder out = new StringBuilder(s.length());
                int i = 0;
                while (i < s.length()) {
                    char c = s.charAt(i++);
                    if (c == '<') {
                        out.append("&lt;");
                    } else {
                        out.append(c);
                    }
                }
                return out.toString();
            }
        };

        private static final Map<String, Filter> BY_NAME = new HashMap<>();
        private static final Map<Filter, Integer> COST = new EnumMap<>(Filter.class);

        static {
            int cost = 0;
            for (Filter f : values()) {
                BY_NAME.put(f.name().toLowerCase(), f);
                COST.put(f, ++cost);
            }
        }

        abstract String apply(String s);

        static Filter of(String name) {
            return BY_NAME.get(name);
        }

        int cost() {
            return COST.get(this);
        }
    }

    interface Node {
        void render(RenderContext context);
    }

    private final ConcurrentMap<String, List<Node>> compiled = new ConcurrentHashMap<>();
    private final Function<String, String> loader;
    private volatile boolean caching = true;

    public TemplateEngine(Function<String, String> loader) {
        this.loader = loader;
    }

    public String render(String name, Map<String, ?> values) {
        List<Node> nodes = caching ? compiled.computeIfAbsent(name, this::compile) : compile(name);
        RenderContext context = new RenderContext(values);
        for (Node node : nodes) {
            node.render(context);
        }
        return context.finish();
    }

    private List<Node> compile(String name) {
        String source = loader.apply(name);
        List<Node> nodes = new ArrayList<>();
        int at = 0;
        int open;
        while ((open = source.indexOf("{{", at)) >= 0) {
            int close = source.indexOf("}}", open);
            if (close < 0) {
                throw new IllegalArgumentException("unclosed tag in " + name);
            }
            String literal = source.substring(at, open);
            nodes.add(c -> c.append(literal));
            String[] parts = source.substring(open + 2, close).split("\\|");
            List<Filter> filters = new ArrayList<>();
            int cost = 0;
            for (int i = 1; i < parts.length; i++) {
                Filter f = Filter.of(parts[i]);
                filters.add(f);
                cost += f.cost();
            }
            int total = cost;
            nodes.add(c -> c.appendValue(parts[0], filters, total));
            at = close + 2;
        }
        String tail = source.substring(at);
        nodes.add(c -> c.append(tail));
        return List.copyOf(nodes);
    }

    public void setCaching(boolean caching) {
        this.caching = caching;
        if (!caching) {
            compiled.clear();
        }
    }
}
