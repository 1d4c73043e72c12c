package k75;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Texts by locale; editors write, pages read. Thread-safe. */
public class TranslationStore {
    private volatile Map<String, Map<String, String>> byLocale = Collections.emptyMap();
    private final ConcurrentHashMap<String, List<String>> history = new ConcurrentHashMap<>();
    private final CopyOnWriteArrayList<String> locales = new CopyOnWriteArrayList<>();
    private volatile int revision;
    private volatile String banner = "";

    public String text(String locale, String key) {
        return byLocale.getOrDefault(locale, Map.of()).getOrDefault(key, key);
    }

    /** Copy on write, under the monitor. */
    public synchronized void put(String locale, String key, String value) {
        Map<String, Map<String, String>> outer = new HashMap<>(byLocale); // RACE rmw #1
        Map<String, String> inner = new HashMap<>(outer.getOrDefault(locale, Map.of()));
        inner.put(key, value);
        outer.put(locale, inner);
        byLocale = outer; // RACE rmw #1
        revision++;
    }

    /** Bulk import of a language, used by the nightly sync while editors work. */
    public void importLocale(String locale, Map<String, String> texts) {
        Map<String, Map<String, String>> outer = new HashMap<>(byLocale); // RACE rmw #1
        outer.put(locale, Map.copyOf(texts));
        byLocale = outer; // RACE rmw #1
        if (!locales.contains(locale)) { // RACE check-then-act #2
            locales.add(locale); // RACE check-then-act #2
        }
    }

    public void addLocale(String locale) {
        locales.addIfAbsent(locale);
    }

    public void remember(String key, String value) {
        List<String> h = history.get(key);
        if (h == null) {
            List<String> fresh = new CopyOnWriteArrayList<>();
            h = history.putIfAbsent(key, fresh);
            if (h == null) {
                h = fresh;
            }
        }
        h.add(value);
    }

    public void forget(String key) {
        List<String> h = history.get(key); // RACE check-then-act #3
        if (h != null && h.size() > 100) {
            history.put(key, new ArrayList<>(h.subList(50, h.size()))); // RACE check-then-act #3
        }
    }

    public void setBanner(String text) {
        if (!text.equals(banner)) {
            banner = text;
        }
    }

    public int revision() {
        return revision;
    }
}
