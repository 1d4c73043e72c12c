package k26;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

public final class Logger {
    private static final Map<String, Logger> LOGGERS = new ConcurrentHashMap<>();
    private static final AtomicReference<RollingWriter> WRITER = new AtomicReference<>();
    private final String name;
    private volatile int level = 3;

    private Logger(String name) {
        this.name = name;
    }

    public static Logger getLogger(String name) {
        return LOGGERS.computeIfAbsent(name, Logger::new);
    }

    public static void attach(RollingWriter w) {
        if (!WRITER.compareAndSet(null, w)) {
            throw new IllegalStateException("attached already");
        }
    }

    public void setLevel(int level) {
        this.level = level;
    }

    public void info(String msg) {
        log(3, msg);
    }

    public void debug(String msg) {
        log(5, msg);
    }

    private void log(int at, String msg) {
        RollingWriter w = WRITER.get();
        if (at > level || w == null) {
            return;
        }
        String line = Thread.currentThread().getName() + " " + name + " - " + msg;
        if (at > 3) {
            w.appendLater(line);
        } else {
            w.append(line);
        }
    }
}
