package geodata;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Geographic tables, loaded on demand. All methods are thread-safe.
 */
public final class GeoData {

    private static volatile GeoData instance;

    private final Supplier<Map<String, String>> countrySource;
    private final AtomicReference<Map<String, String>> zones = new AtomicReference<>();
    private final Map<String, Integer> overrides = new HashMap<>();
    private volatile Map<String, String> countries;
    private volatile Index index;
    private Map<String, Double> rates;

    static final class Index {
        private final Map<Integer, String> byHash = new HashMap<>();
        private int collisions;

        void add(String key) {
            if (byHash.put(key.hashCode(), key) != null) {
                collisions++;
            }
        }

        int collisions() {
            return collisions;
        }
    }

    private static final class Units {
        static final Map<String, Double> FACTORS = load();

        private static Map<String, Double> load() {
            Map<String, Double> m = new HashMap<>();
            m.put("km", 1000.0);
            m.put("mi", 1609.344);
            return Map.copyOf(m);
        }
    }

    public GeoData(Supplier<Map<String, String>> countrySource) {
        this.countrySource = countrySource;
    }

    public static GeoData getInstance() {
        GeoData result = instance;
        if (result == null) {
            synchronized (GeoData.class) {
                result = instance;
                if (result == null) {
                    instance = result = new GeoData(HashMap::new);
                }
            }
        }
        return result;
    }

    public String country(String code) {
        if (countries == null) {
            synchronized (this) {
                if (countries == null) {
                    countries = Map.copyOf(countrySource.get());
                }
            }
        }
        return countries.get(code);
    }

    /** Returns the index; the caller may keep it and add to it under its own lock. */
    public Index index() {
        if (index == null) { // RACE check-then-act #1
            synchronized (this) {
                index = new Index(); // RACE check-then-act #1
            }
        }
        return index;
    }

    public String zone(String city) {
        Map<String, String> m = zones.get();
        if (m == null) {
            Map<String, String> loaded = Map.of("Paris", "CET", "Oslo", "CET");
            zones.compareAndSet(null, loaded);
            m = zones.get();
        }
        return m.get(city);
    }

    public synchronized double rate(String currency) {
        if (rates == null) {
            rates = new HashMap<>();
            rates.put("EUR", 1.0);
        }
        return rates.getOrDefault(currency, 0.0);
    }

    public static double toMeters(double value, String unit) {
        return value * Units.FACTORS.get(unit);
    }

    public void override(String code, int priority) {
        synchronized (overrides) {
            Integer old = overrides.get(code);
            if (old == null || old < priority) {
                overrides.put(code, priority);
            }
        }
    }
}
