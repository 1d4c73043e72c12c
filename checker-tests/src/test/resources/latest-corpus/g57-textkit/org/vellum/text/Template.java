package org.vellum.text;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A compiled template. Compiled once, rendered by many threads. */
public final class Template {
    private final Pattern pattern;
    private final String source;
    private volatile String[] parts;
    private final AtomicInteger rendered = new AtomicInteger();

    public Template(String source) {
        this.source = source;
        this.pattern = Pattern.compile("\\$(\\w+)");
    }

    /** Literal parts, split on first use. */
    private String[] parts() {
        String[] p = parts;
        if (p == null) {
            p = pattern.split(source, -1);
            parts = p;
        }
        return p;
    }

    public String render(Map<String, String> values) {
        rendered.incrementAndGet();
        StringBuilder out = new StringBuilder();
        Matcher m = pattern.matcher(source);
        int n = 0;
        for (String lit : parts()) {
            out.append(lit);
            if (m.find()) {
                n++;
                out.append(values.getOrDefault(m.group(1), ""));
            }
        }
        return n == 0 ? source : out.toString();
    }
}
