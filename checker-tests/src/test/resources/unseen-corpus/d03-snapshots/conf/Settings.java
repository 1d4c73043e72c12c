package conf;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Immutable snapshots of the configuration behind one atomic reference. */
public final class Settings {
  private static final class Snapshot {
    final Map<String, String> values;
    final int version;

    Snapshot(Map<String, String> values, int version) {
      this.values = Collections.unmodifiableMap(values);
      this.version = version;
    }

    Snapshot with(String key, String value) {
      Map<String, String> copy = new HashMap<>(values);
      if (value == null) {
        copy.remove(key);
      } else {
        copy.put(key, value);
      }
      return new Snapshot(copy, version + 1);
    }
  }

  private final AtomicReference<Snapshot> current =
      new AtomicReference<>(new Snapshot(new HashMap<>(), 0));
  private final CopyOnWriteArrayList<Consumer<String>> watchers = new CopyOnWriteArrayList<>();

  public int set(String key, String value) {
    Snapshot before = current.getAndUpdate(s -> s.with(key, value));
    if (!Objects.equals(before.values.get(key), value)) {
      for (Consumer<String> w : watchers) {
        w.accept(key);
      }
    }
    return before.version + 1;
  }

  /** Sets the value only if nobody changed anything since the version was read. */
  public boolean setIfVersion(int version, String key, String value) {
    Snapshot s = current.get();
    return s.version == version && current.compareAndSet(s, s.with(key, value));
  }

  public boolean rename(String from, String to) {
    while (true) {
      Snapshot s = current.get();
      String v = s.values.get(from);
      if (v == null || s.values.containsKey(to)) {
        return false;
      }
      if (current.compareAndSet(s, s.with(from, null).with(to, v))) {
        return true;
      }
    }
  }

  public void replace(Map<String, String> all) {
    current.set(new Snapshot(new HashMap<>(all), 0));
  }

  public String get(String key) {
    return current.get().values.get(key);
  }

  public boolean watch(Consumer<String> w) {
    return watchers.addIfAbsent(w);
  }
}
