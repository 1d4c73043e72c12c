package i18n;

import java.util.HashMap;
import java.util.Map;

/** Translated texts. Translators add, pages read; the monitor of the catalogue guards everything. */
public class Catalog {
  private final Map<String, String> texts = new HashMap<>();
  protected int missing;
  private int version;
  private long lookups;
  private volatile boolean frozen;

  public synchronized String text(String key) {
    lookups++;
    String t = texts.get(key);
    if (t == null) {
      missing++;
      return key;
    }
    return t;
  }

  public synchronized void put(String key, String text) {
    if (frozen) {
      throw new IllegalStateException();
    }
    texts.put(key, text);
    version++;
  }

  public void putAll(Map<String, String> more) {
    synchronized (this) {
      more.forEach(texts::put);
      version++;
    }
  }

  /** Drops what nobody asks for. */
  public void retain(java.util.Set<String> keys) {
    texts.keySet().retainAll(keys); // RACE wrong-lock
    touch();
  }

  private synchronized void touch() {
    version++;
  }

  public void freeze() {
    frozen = true;
  }

  public synchronized String state() {
    return texts.size() + " v" + version + " " + lookups + " lookups, " + missing + " missing";
  }
}
