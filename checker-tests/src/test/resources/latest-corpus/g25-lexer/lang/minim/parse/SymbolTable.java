package lang.minim.parse;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Interns names to small ids; shared by the parsers of all compilation units. */
public final class SymbolTable {
    private final ConcurrentHashMap<String, Integer> ids = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();
    private final ConcurrentHashMap<String, String> canonical = new ConcurrentHashMap<>();

    public int idOf(String name) {
        Integer id = ids.get(name);
        if (id == null) {
            id = next.getAndIncrement();
            ids.put(name, id); // RACE check-then-act #1
        }
        return id;
    }

    public String canonical(String s) {
        String c = canonical.putIfAbsent(s, s);
        return c == null ? s : c;
    }

    public int size() {
        return next.get();
    }
}
