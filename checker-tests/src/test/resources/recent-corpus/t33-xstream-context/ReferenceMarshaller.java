package org.example.xstream.core;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Facade; thread-safe after configuration. */
public class ReferenceMarshaller {

    private final Map<Class<?>, Field[]> fieldCache = new ConcurrentHashMap<>();
    private final ThreadLocal<int[]> depthStatistics = ThreadLocal.withInitial(() -> new int[32]);

    public String toXML(Object root) {
        TreeContext ctx = new TreeContext();
        ctx.convertAnother(root, "object");
        return ctx.finish();
    }

    private Field[] fields(Class<?> c) {
        Field[] fs = fieldCache.get(c);
        if (fs == null) {
            fs = c.getDeclaredFields();
            int n = 0;
            for (Field f : fs) {
                if (!Modifier.isStatic(f.getModifiers())) {
                    fs[n++] = f;
                }
            }
            fs = java.util.Arrays.copyOf(fs, n);
            fieldCache.put(c, fs);
        }
        return fs;
    }

    /** State of one marshalling. */
    private final class TreeContext {
        private final StringBuilder out = new StringBuilder();
        private final Map<Object, String> references = new IdentityHashMap<>();
        private final Deque<String> path = new ArrayDeque<>();
        private int nextId = 1;
        private int depth;
        private boolean finished;

        void convertAnother(Object item, String tag) {
            path.push(tag);
            depth++;
            depthStatistics.get()[Math.min(depth, 31)]++;
            try {
                out.append('<').append(tag);
                if (item == null) {
                    out.append("/>");
                    return;
                }
                String ref = references.get(item);
                if (ref != null) {
                    out.append(" reference=\"").append(ref).append("\"/>");
                    return;
                }
                references.put(item, Integer.toString(nextId++));
                out.append('>');
                if (item instanceof CharSequence || item instanceof Number) {
                    out.append(item);
                } else {
                    for (Field f : fields(item.getClass())) {
                        convertField(item, f);
                    }
                }
                out.append("</").append(tag).append('>');
            } finally {
                depth--;
                path.pop();
            }
        }

        private void convertField(Object item, Field f) {
            try {
                f.setAccessible(true);
                convertAnother(f.get(item), f.getName());
            } catch (IllegalAccessException | RuntimeException e) {
                throw new IllegalStateException("at " + path, e);
            }
        }

        String finish() {
            if (!finished) {
                finished = true;
                out.append('\n');
            }
            return out.toString();
        }
    }

    public static void main(String[] args) throws InterruptedException {
        ReferenceMarshaller shared = new ReferenceMarshaller();
        Runnable r = () -> shared.toXML(new Object[] {"a", 1}.clone()[0]);
        Thread a = new Thread(r);
        Thread b = new Thread(r);
        a.start();
        b.start();
        a.join();
        b.join();
    }
}
