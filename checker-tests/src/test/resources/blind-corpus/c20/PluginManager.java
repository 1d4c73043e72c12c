package app.sockets.plugins;

import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Loads plugins on demand; started and stopped from any thread of the application. */
public abstract class PluginManager {
  private static PluginManager shared;
  private static int managers;

  protected final Map<String, Plugin> plugins = new HashMap<>();
  protected final ReentrantReadWriteLock locks = new ReentrantReadWriteLock();
  private final Hashtable<String, Long> startTimes = new Hashtable<>();
  private final ExecutorService starters = Executors.newCachedThreadPool();
  private int starts;
  protected int failures;

  public static synchronized PluginManager shared() {
    if (shared == null) {
      shared = new LazyManager();
      managers++;
    }
    return shared;
  }

  protected abstract Plugin create(String name);

  public final Plugin plugin(String name) {
    Plugin p = lookup(name);
    return p != null ? p : load(name);
  }

  private Plugin lookup(String name) {
    Lock l = locks.readLock();
    l.lock();
    try {
      return plugins.get(name);
    } finally {
      l.unlock();
    }
  }

  protected Plugin load(String name) {
    Plugin p = create(name);
    Lock l = locks.writeLock();
    l.lock();
    try {
      Plugin other = plugins.putIfAbsent(name, p);
      return other == null ? p : other;
    } finally {
      l.unlock();
    }
  }

  public void startAll(List<String> names) {
    for (String n : names) {
      starters.execute(() -> {
        try {
          start(plugin(n));
        } catch (RuntimeException e) {
          failed();
        }
      });
    }
  }

  private void start(Plugin p) {
    if (startTimes.get(p.name()) == null) { // RACE check-then-act #1
      p.start();
      startTimes.put(p.name(), System.currentTimeMillis()); // RACE check-then-act #1
    }
    starts++; // RACE rmw
  }

  protected void failed() {
    locks.writeLock().lock();
    try {
      failures++;
    } finally {
      locks.writeLock().unlock();
    }
  }

  public List<String> started() {
    List<String> names = new ArrayList<>();
    for (Enumeration<String> e = startTimes.keys(); e.hasMoreElements(); ) {
      names.add(e.nextElement());
    }
    return names;
  }

  public int starts() {
    return starts;
  }
}
