package lang.lisp;

import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.Hashtable;
import java.util.Map;
import java.util.WeakHashMap;

/** Symbol table of an interpreter: a name must always give the same object. */
public class Symbols {
    public static final class Symbol {
        final String name;
        private volatile Object value;
        private Map<String, Object> plist;

        Symbol(String name) {
            this.name = name;
        }

        public Object get() {
            return value;
        }

        public void set(Object v) {
            value = v;
        }

        public synchronized Object putProperty(String key, Object v) {
            if (plist == null) {
                plist = new Hashtable<String, Object>();
            }
            return plist.put(key, v);
        }
    }

    private static final Map<String, WeakReference<Symbol>> TABLE =
        Collections.synchronizedMap(new WeakHashMap<String, WeakReference<Symbol>>());
    private static final Hashtable<String, Symbol> KEYWORDS = new Hashtable<String, Symbol>();
    private static int gensym;
    private static final Object GENSYM_LOCK = new Object();

    public static Symbol intern(String name) {
        WeakReference<Symbol> ref = TABLE.get(name); // RACE check-then-act #1
        Symbol s = ref == null ? null : ref.get();
        if (s == null) {
            s = new Symbol(name);
            TABLE.put(name, new WeakReference<Symbol>(s)); // RACE check-then-act #1
        }
        return s;
    }

    public static Symbol internLocked(String name) {
        synchronized (TABLE) {
            WeakReference<Symbol> ref = TABLE.get(name);
            Symbol s = ref == null ? null : ref.get();
            if (s == null) {
                s = new Symbol(name);
                TABLE.put(name, new WeakReference<Symbol>(s));
            }
            return s;
        }
    }

    public static synchronized Symbol keyword(String name) {
        Symbol s = KEYWORDS.get(name);
        if (s == null) {
            s = new Symbol(":" + name);
            KEYWORDS.put(name, s);
        }
        return s;
    }

    public static Symbol gensym() {
        int n;
        synchronized (GENSYM_LOCK) {
            n = gensym++;
        }
        return new Symbol("G" + n);
    }

    public static void incf(Symbol s) {
        s.set(((Number) s.get()).longValue() + 1); // MAYBE
    }
}
