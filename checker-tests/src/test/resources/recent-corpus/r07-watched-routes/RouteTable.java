package r07watchedroutes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Routes of the gateway, read again when a file of the directory changes. */
public final class RouteTable {

    private static final Logger LOG = Logger.getLogger(RouteTable.class.getName());

    private final Path dir;
    private volatile Map<String, String> routes = Map.of();
    private volatile int generation;
    private int failures;

    public RouteTable(Path dir) throws IOException {
        this.dir = dir;
        WatchService watcher = dir.getFileSystem().newWatchService();
        dir.register(watcher, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
        Thread thread = new Thread(() -> watch(watcher), "routes-watcher");
        thread.setDaemon(true);
        thread.start();
    }

    public String target(String path) {
        return routes.getOrDefault(path, "/404");
    }

    public int generation() {
        return generation;
    }

    private void watch(WatchService watcher) {
        while (true) {
            WatchKey key;
            try {
                key = watcher.take();
            } catch (InterruptedException e) {
                return;
            }
            for (WatchEvent<?> event : key.pollEvents()) {
                if (event.kind() != StandardWatchEventKinds.OVERFLOW) {
                    load(dir.resolve((Path) event.context()));
                }
            }
            if (!key.reset()) {
                return;
            }
        }
    }

    private void load(Path file) {
        try {
            Map<String, String> copy = new HashMap<>(routes);
            for (String line : Files.readAllLines(file)) {
                String[] pair = line.split("->");
                if (pair.length == 2) {
                    copy.put(pair[0].trim(), pair[1].trim());
                }
            }
            routes = copy;
            generation++;
            failures = 0;
        } catch (IOException e) {
            failures++;
            LOG.log(Level.WARNING, "cannot read " + file + ", failure " + failures, e);
        }
    }
}
