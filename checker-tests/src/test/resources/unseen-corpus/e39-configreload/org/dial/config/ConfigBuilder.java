package org.dial.config;

import java.util.LinkedHashMap;
import java.util.Map;

/** Used by one thread until {@link #build}. */
public final class ConfigBuilder {
    private final Map<String, String> values = new LinkedHashMap<>();
    private int duplicates;

    public ConfigBuilder set(String k, String v) {
        if (values.containsKey(k)) {
            duplicates++;
        }
        values.put(k, v);
        return this;
    }

    public ConfigHolder build() {
        ConfigHolder h = new ConfigHolder();
        values.put("duplicates", String.valueOf(duplicates));
        h.reload(values);
        return h;
    }
}
