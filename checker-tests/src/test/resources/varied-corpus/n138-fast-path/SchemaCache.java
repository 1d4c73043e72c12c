package sql.meta;

import com.google.common.util.concurrent.Monitor;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Lock free look-up first, the slow path re-checks under a lock. */
public class SchemaCache {
    private final Map<String, String> schemas = new ConcurrentHashMap<>();
    private final Map<String, Integer> versions = new ConcurrentHashMap<>();
    private volatile Map<String, String> aliases = Map.of();
    private final Monitor monitor = new Monitor();
    private final Monitor.Guard loaded = new Monitor.Guard(monitor) {
        @Override
        public boolean isSatisfied() {
            return pendingLoads == 0;
        }
    };
    private final Function<String, String> loader;
    private int pendingLoads;
    private int loads;
    private int aliasChanges;

    public SchemaCache(Function<String, String> loader) {
        this.loader = loader;
    }

    public String schema(String table) {
        String s = schemas.get(table);
        if (s == null) {
            synchronized (schemas) {
                s = schemas.get(table);
                if (s == null) {
                    s = loader.apply(table);
                    schemas.put(table, s);
                    loads++;
                }
            }
        }
        return s;
    }

    public void invalidate(String table) {
        synchronized (schemas) {
            if (schemas.remove(table) != null) {
                loads--;
            }
        }
    }

    public int version(String table) {
        Integer v = versions.get(table);
        return v != null ? v : versions.computeIfAbsent(table, t -> 1);
    }

    public void alias(String alias, String table) {
        if (table.equals(aliases.get(alias))) {
            return;
        }
        monitor.enter();
        try {
            Map<String, String> copy = new HashMap<>(aliases);
            copy.put(alias, table);
            aliases = Map.copyOf(copy);
            aliasChanges++;
        } finally {
            monitor.leave();
        }
    }

    public void beginLoad() {
        monitor.enter();
        try {
            pendingLoads++;
        } finally {
            monitor.leave();
        }
    }

    public void endLoad() {
        monitor.enter();
        try {
            pendingLoads--;
        } finally {
            monitor.leave();
        }
    }

    public int awaitLoads() throws InterruptedException {
        monitor.enterWhen(loaded);
        try {
            return ++aliasChanges;
        } finally {
            monitor.leave();
        }
    }

    public boolean tryAlias(String alias, String table) {
        if (monitor.tryEnter()) {
            try {
                Map<String, String> copy = new HashMap<>(aliases);
                copy.put(alias, table);
                aliases = copy;
                aliasChanges++;
                return true;
            } finally {
                monitor.leave();
            }
        }
        return false;
    }

    public int loads() {
        synchronized (schemas) {
            return loads;
        }
    }
}
