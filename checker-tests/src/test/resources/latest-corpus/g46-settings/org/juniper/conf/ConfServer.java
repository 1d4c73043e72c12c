package org.juniper.conf;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public class ConfServer {
    private final Settings settings = new Settings();
    private final ExecutorService clients = Executors.newCachedThreadPool();
    private final Map<String, Integer> changesByKey = new ConcurrentHashMap<>();
    private String banner;

    public void start(Path file) {
        settings.watch(key -> {
            Integer n = changesByKey.get(key);
            changesByKey.put(key, n == null ? 1 : n + 1); // RACE read-modify-write #2
        });
        Thread t = new Thread(new FileWatcher(file, settings), "conf-watcher");
        t.setDaemon(true);
        t.start();
    }

    public Future<String> command(String line) {
        return clients.submit(() -> {
            String[] w = line.split(" ", 3);
            switch (w[0]) {
                case "get":
                    return settings.get(w[1], "");
                case "set":
                    settings.set(w[1], w[2]);
                    return "ok " + settings.revision();
                case "unset":
                    settings.unset(w[1]);
                    return "ok " + settings.revision();
                default:
                    return banner();
            }
        });
    }

    private synchronized String banner() {
        if (banner == null) {
            banner = "conf " + settings.get("version", "0");
        }
        return banner;
    }
}
