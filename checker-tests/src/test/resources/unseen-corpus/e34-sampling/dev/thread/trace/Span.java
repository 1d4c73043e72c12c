package dev.thread.trace;

import java.util.HashMap;
import java.util.Map;

/** Filled by the thread that opened it, then handed to the exporter. */
public final class Span {
    private final long id;
    private final String name;
    private final boolean sampled;
    private final Map<String, String> tags = new HashMap<>();
    private final long begin = System.nanoTime();
    private long duration;
    private int annotations;

    Span(long id, String name, boolean sampled) {
        this.id = id;
        this.name = name;
        this.sampled = sampled;
    }

    public Span tag(String k, String v) {
        tags.put(k, v);
        annotations++;
        return this;
    }

    void finish() {
        duration += System.nanoTime() - begin;
    }

    boolean sampled() {
        return sampled;
    }

    @Override
    public String toString() {
        return id + " " + name + " " + duration + tags + annotations;
    }
}
