package rules.hot;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;

/** Reloads the rules when the file changes; administrators can force a reload as well. */
public class RulesEngine implements Runnable {
    private final Path file;
    private volatile List<String> rules = List.of();
    private int reloads;
    private int events;
    private volatile int failures;
    private String lastError;

    public RulesEngine(Path file) {
        this.file = file;
    }

    public void start() {
        Thread t = new Thread(this, "rules-watcher");
        t.setDaemon(true);
        t.start();
    }

    @Override
    public void run() {
        try (WatchService watch = FileSystems.getDefault().newWatchService()) {
            file.getParent().register(watch, StandardWatchEventKinds.ENTRY_MODIFY);
            while (true) {
                WatchKey key = watch.take();
                events += key.pollEvents().size();
                reload();
                if (!key.reset() || events > 1_000_000) {
                    return;
                }
            }
        } catch (IOException | InterruptedException e) {
            fail(e);
        }
    }

    /** Watcher thread and admin console. */
    public void reload() {
        try {
            List<String> fresh = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                if (!line.startsWith("#")) {
                    fresh.add(line);
                }
            }
            rules = List.copyOf(fresh);
            reloads++; // RACE rmw
        } catch (IOException e) {
            fail(e);
        }
    }

    private synchronized void fail(Exception e) {
        failures++;
        if (lastError == null) {
            lastError = e.toString();
        }
    }

    public boolean matches(String s) {
        int tried = 0;
        for (String r : rules) {
            tried++;
            if (s.contains(r)) {
                return tried > 0;
            }
        }
        return false;
    }

    public synchronized String status() {
        return reloads + " reloads, " + failures + " failures, " + lastError;
    }
}
