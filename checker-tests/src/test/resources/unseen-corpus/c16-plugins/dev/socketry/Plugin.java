package dev.socketry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import net.jcip.annotations.NotThreadSafe;

class Plugin {
  private final String id;
  private final AtomicBoolean started = new AtomicBoolean();

  Plugin(String id) {
    this.id = id;
  }

  boolean start() {
    return !started.getAndSet(true);
  }

  @Override
  public String toString() {
    return id;
  }
}

class ExtensionIndex {
  private final String home;
  private final ConcurrentHashMap<String, String> places = new ConcurrentHashMap<>();

  ExtensionIndex(String home) {
    this.home = home;
  }

  void register(String id) {
    places.put(id, home + "/" + id);
  }
}

class Toolbox {
  private final List<String> tools;

  Toolbox(String home) {
    List<String> t = new ArrayList<>();
    for (String n : List.of("zip", "sign", "scan")) {
      t.add(home + "/bin/" + n);
    }
    tools = Collections.unmodifiableList(t);
  }

  List<String> tools() {
    return tools;
  }
}

/** Immutable, but for a hash computed on first use. */
final class Version {
  private final int major;
  private final int minor;
  private int hash;

  Version(int major, int minor) {
    this.major = major;
    this.minor = minor;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Version v && v.major == major && v.minor == minor;
  }

  @Override
  public int hashCode() {
    int h = hash;
    if (h == 0) {
      h = 31 * major + minor + 17;
      hash = h;
    }
    return h;
  }

  /** Reads "4.2" character by character. */
  @NotThreadSafe
  static final class Reader {
    private int part;
    private int digits;

    Version read(String s) {
      int first = 0;
      for (char c : s.toCharArray()) {
        if (c == '.') {
          first = part;
          part = 0;
        } else {
          part = part * 10 + (c - '0');
          digits++;
        }
      }
      return digits == 0 ? null : new Version(first, part);
    }
  }
}
