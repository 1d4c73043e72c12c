package dev.thread.trace;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Entry point of the tracing library; one per process. Safe for concurrent use. */
public final class Tracer {
    private final ThreadLocal<SpanStack> stack = ThreadLocal.withInitial(SpanStack::new);
    private final ConcurrentLinkedQueue<Span> finished = new ConcurrentLinkedQueue<>();
    private final AtomicLong ids = new AtomicLong(1);
    private final int every;
    private int seen;
    private volatile int exported;

    public Tracer(int every) {
        this.every = every;
    }

    public Span start(String name) {
        boolean sampled = seen++ % every == 0; // RACE rmw
        Span s = new Span(ids.getAndIncrement(), name, sampled);
        stack.get().push(s);
        return s;
    }

    public void end() {
        Span s = stack.get().pop();
        s.finish();
        if (s.sampled()) {
            finished.add(s);
        }
    }

    public int export(int max) {
        int n = 0;
        for (Span s; n < max && (s = finished.poll()) != null; n++) {
            System.out.println(s);
        }
        synchronized (finished) {
            exported += n;
        }
        return n;
    }

    public int exported() {
        return exported;
    }
}
