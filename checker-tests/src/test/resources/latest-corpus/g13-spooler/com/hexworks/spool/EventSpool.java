package com.hexworks.spool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Collects audit events and writes them out every few seconds. */
public class EventSpool {
    private volatile List<String> pending = Collections.synchronizedList(new ArrayList<>());
    private final AtomicReference<Node> stack = new AtomicReference<>();
    private final ScheduledExecutorService flusher = Executors.newSingleThreadScheduledExecutor();
    private final Writer out;
    private long written;
    private long flushes;

    private static final class Node {
        final String text;
        Node next;

        Node(String text) {
            this.text = text;
        }
    }

    public EventSpool(Writer out) {
        this.out = out;
        flusher.scheduleWithFixedDelay(this::flush, 2, 2, TimeUnit.SECONDS);
    }

    /** Any thread. */
    public void audit(String event) {
        pending.add(event);
    }

    /** Any thread; trace events are pushed on a lock-free stack. */
    public void trace(String event) {
        Node n = new Node(event);
        do {
            n.next = stack.get();
        } while (!stack.compareAndSet(n.next, n));
    }

    private void flush() {
        try {
            for (String e : pending) {
                out.write(e);
                written++;
            }
            pending.clear(); // RACE split-section #1
            for (Node n = stack.getAndSet(null); n != null; n = n.next) {
                out.write(n.text);
                written++;
            }
            flushes++;
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void stop() {
        flusher.shutdown();
    }
}
