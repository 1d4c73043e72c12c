package k63;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class SchemaRepository {
    private static SchemaRepository shared;

    private Map<String, Integer> ids;
    private int nextId;
    private final ExecutorService registrars = Executors.newFixedThreadPool(4);

    public static synchronized SchemaRepository shared() {
        if (shared == null) {
            shared = new SchemaRepository();
        }
        return shared;
    }

    public void registerAll(String... schemas) {
        for (String s : schemas) {
            registrars.execute(() -> register(s));
        }
    }

    private int register(String schema) {
        if (ids == null) { // RACE check-then-act #2
            ids = new HashMap<>(); // RACE check-then-act #2
        }
        Integer id = ids.get(schema); // RACE unsafe-collection #3
        if (id == null) {
            id = nextId++; // RACE rmw #4
            ids.put(schema, id); // RACE unsafe-collection #3
        }
        return id;
    }
}
