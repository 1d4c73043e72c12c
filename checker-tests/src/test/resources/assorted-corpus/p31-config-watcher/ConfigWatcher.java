package com.orchard.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** Reloads a properties file when it changes; the admin console may also ask for it. */
public class ConfigWatcher implements Runnable {
  private final Path file;
  private volatile Map<String, String> current = Collections.emptyMap();
  private volatile Map<String, String> overrides = Collections.emptyMap();
  private volatile boolean stopped;
  private int reloads;
  private long events;

  public ConfigWatcher(Path file) {
    this.file = file;
  }

  public Thread startWatching() {
    Thread t = new Thread(this, "config-watcher");
    t.setDaemon(true);
    t.start();
    return t;
  }

  @Override
  public void run() {
    try (WatchService ws = file.getFileSystem().newWatchService()) {
      file.getParent().register(ws, StandardWatchEventKinds.ENTRY_MODIFY);
      while (!stopped) {
        WatchKey key = ws.poll(1, TimeUnit.SECONDS);
        if (key == null) {
          continue;
        }
        events += key.pollEvents().size();
        reload();
        if (!key.reset()) {
          break;
        }
      }
    } catch (IOException | InterruptedException e) {
      stopped = true;
    }
  }

  /** Watcher thread, or the admin console. */
  public void reload() throws IOException {
    Properties p = new Properties();
    try (InputStream in = Files.newInputStream(file)) {
      p.load(in);
    }
    Map<String, String> fresh = new HashMap<>();
    for (String k : p.stringPropertyNames()) {
      fresh.put(k, p.getProperty(k));
    }
    current = Collections.unmodifiableMap(fresh);
    reloads++; // RACE rmw
  }

  public void override(String key, String value) {
    Map<String, String> copy = new HashMap<>(overrides); // RACE check-then-act #1
    copy.put(key, value);
    overrides = copy; // RACE check-then-act #1
  }

  public synchronized void removeOverride(String key) {
    Map<String, String> copy = new HashMap<>(overrides);
    copy.remove(key);
    overrides = copy;
  }

  public String get(String key) {
    String v = overrides.get(key);
    return v != null ? v : current.get(key);
  }

  public int getReloads() {
    return reloads;
  }

  public void stop() {
    stopped = true;
  }
}
