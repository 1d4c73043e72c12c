package tenantsettings;

import java.util.HashMap;
import java.util.Map;

/** Immutable settings. Every change makes a new object. */
public final class Settings {

    public static final Settings EMPTY = new Settings(Map.of(), 0);

    private final Map<String, String> values;
    private final int version;
    private int hash;

    private Settings(Map<String, String> values, int version) {
        this.values = values;
        this.version = version;
    }

    public Settings with(String key, String value) {
        Map<String, String> copy = new HashMap<>(values);
        copy.put(key, value);
        return new Settings(Map.copyOf(copy), version + 1);
    }

    public Settings without(String key) {
        if (!values.containsKey(key)) {
            return this;
        }
        Map<String, String> copy = new HashMap<>(values);
        copy.remove(key);
        return new Settings(Map.copyOf(copy), version + 1);
    }

    public String get(String key, String fallback) {
        return values.getOrDefault(key, fallback);
    }

    public int version() {
        return version;
    }

    @Override
    public int hashCode() {
        int h = hash;
        if (h == 0) {
            hash = h = values.hashCode();
        }
        return h;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Settings && values.equals(((Settings) o).values);
    }
}
