package k63;

import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;

/** All lookups are thread-safe. */
public final class CodecRegistry {
    public interface Codec {
        String name();
    }

    private static volatile CodecRegistry instance;
    private static final class DefaultsHolder {
        static final Map<String, String> DEFAULTS = Map.of("text", "utf8", "image", "png");
    }

    private final Map<String, Codec> codecs = new HashMap<>();
    private volatile boolean scanned;
    private volatile Map<String, String> aliases;

    private CodecRegistry() {}

    public static CodecRegistry get() {
        CodecRegistry r = instance;
        if (r == null) {
            synchronized (CodecRegistry.class) {
                r = instance;
                if (r == null) {
                    instance = r = new CodecRegistry();
                }
            }
        }
        return r;
    }

    public Codec find(String name) {
        if (!scanned) {
            scan();
        }
        return codecs.get(name);
    }

    private void scan() {
        synchronized (this) {
            if (scanned) {
                return;
            }
            for (Codec c : ServiceLoader.load(Codec.class)) {
                codecs.put(c.name(), c);
            }
            scanned = true;
        }
    }

    public void alias(String from, String to) {
        if (aliases == null) { // RACE check-then-act #1
            aliases = new ConcurrentHashMap<>(); // RACE check-then-act #1
        }
        aliases.put(from, to);
    }

    public String resolve(String name) {
        Map<String, String> a = aliases;
        String target = a == null ? null : a.get(name);
        return target != null ? target : DefaultsHolder.DEFAULTS.getOrDefault(name, name);
    }
}
