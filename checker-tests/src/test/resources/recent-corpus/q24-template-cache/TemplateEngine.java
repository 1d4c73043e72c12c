package org.velour.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The engine. Configure it once, then render from as many threads as you like.
 */
public final class TemplateEngine {

    private final TemplateCache cache = new TemplateCache(200);
    private final Function<String, String> loader;

    public TemplateEngine(Function<String, String> loader) {
        this.loader = loader;
    }

    public String render(String name, Map<String, ?> model) {
        Template t = cache.lookup(name);
        if (t == null) {
            t = cache.store(Template.parse(name, loader.apply(name)), System.currentTimeMillis());
        }
        StringBuilder out = new StringBuilder(256);
        for (String part : t.parts()) {
            if (part.startsWith("$")) {
                out.append(model.get(part.substring(1)));
            } else if (part.startsWith("#")) {
                out.append(cache.macro(part.substring(1)));
            } else {
                out.append(part);
            }
        }
        return out.toString();
    }
}

/** A parsed template. */
record Template(String name, List<String> parts) {
    static Template parse(String name, String text) {
        List<String> parts = new ArrayList<>();
        for (String s : text.split("(?<=[ \n])")) {
            parts.add(s);
        }
        return new Template(name, parts);
    }
}
