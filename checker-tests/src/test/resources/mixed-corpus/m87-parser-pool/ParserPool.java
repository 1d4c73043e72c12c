package parsers;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Pool of parsers, which are not thread-safe; a parser belongs to the thread that has taken it. */
public class ParserPool {

    private final Queue<TemplateParser> idle = new ConcurrentLinkedQueue<>();
    private final AtomicInteger idleCount = new AtomicInteger();
    private final AtomicInteger created = new AtomicInteger();
    private final int maxIdle;

    public ParserPool(int maxIdle) {
        this.maxIdle = maxIdle;
    }

    public <T> T with(Function<TemplateParser, T> action) {
        TemplateParser p = take();
        try {
            return action.apply(p);
        } finally {
            giveBack(p);
        }
    }

    private TemplateParser take() {
        TemplateParser p = idle.poll();
        if (p != null) {
            idleCount.decrementAndGet();
            p.uses++;
            return p;
        }
        created.incrementAndGet();
        return new TemplateParser();
    }

    private void giveBack(TemplateParser p) {
        p.reset();
        if (p.uses > 1000) {
            return;
        }
        if (idleCount.incrementAndGet() > maxIdle) {
            idleCount.decrementAndGet();
        } else {
            idle.offer(p);
        }
    }

    public String render(String template) {
        return with(p -> {
            p.parse(template);
            return p.output();
        });
    }

    public int created() {
        return created.get();
    }
}
