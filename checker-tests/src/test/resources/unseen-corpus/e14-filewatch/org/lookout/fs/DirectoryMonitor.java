package org.lookout.fs;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Watches directories; {@link #register} may be called at any time from any thread. */
public final class DirectoryMonitor implements Runnable {
  private final WatchService watcher;
  private final Map<WatchKey, Path> keys = new HashMap<>();
  private final List<ChangeListener> listeners = new CopyOnWriteArrayList<>();
  private final Debouncer debouncer = new Debouncer(50);
  private volatile Thread runner;
  private volatile long events;
  private long overflows;

  public DirectoryMonitor(WatchService watcher) {
    this.watcher = watcher;
  }

  public void start() {
    Thread t = new Thread(this, "dir-monitor");
    runner = t;
    t.start();
  }

  public void register(Path dir) throws IOException {
    WatchKey key = dir.register(watcher, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
    keys.put(key, dir); // RACE unsafe-collection
  }

  public void addListener(ChangeListener l) {
    if (!listeners.contains(l)) { // RACE check-then-act #1
      listeners.add(l); // RACE check-then-act #1
    }
  }

  @Override
  public void run() {
    try {
      while (runner == Thread.currentThread()) {
        WatchKey key = watcher.take();
        Path dir = keys.get(key);
        for (WatchEvent<?> e : key.pollEvents()) {
          events++;
          if (e.kind() == StandardWatchEventKinds.OVERFLOW) {
            overflows++;
            continue;
          }
          Path changed = dir.resolve((Path) e.context());
          if (debouncer.accept(changed, System.currentTimeMillis())) {
            for (ChangeListener l : listeners) {
              l.changed(changed);
            }
          }
        }
        if (!key.reset()) {
          keys.remove(key); // RACE unsafe-collection
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public long events() {
    return events;
  }

  public void stop() {
    Thread t = runner;
    runner = null;
    if (t != null) {
      t.interrupt();
    }
  }
}
