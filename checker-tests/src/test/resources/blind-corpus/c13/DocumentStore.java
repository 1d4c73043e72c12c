package se.papper.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.Vector;

/** Wrapped collections everywhere. */
public class DocumentStore {
  private final List<String> recent = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, String> texts = Collections.synchronizedMap(new HashMap<>());
  private final Map<String, Integer> versions = Collections.synchronizedSortedMap(new TreeMap<>());
  private final Collection<String> locked = new Vector<>();
  private final List<String> tags;

  public DocumentStore() {
    tags = new Vector<>();
    tags.add("all");
  }

  public int save(String name, String text) {
    texts.put(name, text);
    touch(name);
    return versions.merge(name, 1, Integer::sum);
  }

  private void touch(String name) {
    recent.remove(name); // MAYBE
    recent.add(0, name); // MAYBE
    synchronized (recent) {
      while (recent.size() > 20) {
        recent.remove(recent.size() - 1);
      }
    }
  }

  public boolean lock(String name) {
    if (locked.contains(name)) { // RACE check-then-act #1
      return false;
    }
    return locked.add(name); // RACE check-then-act #1
  }

  public void tag(String tag) {
    synchronized (tags) {
      if (!tags.contains(tag)) {
        tags.add(tag);
      }
    }
  }

  public void purge(String prefix) {
    for (Iterator<String> it = texts.keySet().iterator(); it.hasNext(); ) { // RACE unsafe-collection #2
      if (it.next().startsWith(prefix)) {
        it.remove(); // RACE unsafe-collection #2
      }
    }
    versions.keySet().removeIf(n -> n.startsWith(prefix));
  }

  public void append(String name, String more) {
    synchronized (texts) {
      String old = texts.get(name);
      texts.put(name, old == null ? more : old + more);
    }
  }

  public void prepend(String name, String start) {
    if (texts.containsKey(name)) { // RACE check-then-act #3
      texts.put(name, start + texts.get(name)); // RACE check-then-act #3
    }
  }

  public void upper(String name) {
    texts.computeIfPresent(name, (n, t) -> t.toUpperCase());
  }

  public List<String> recent() {
    synchronized (recent) {
      return new ArrayList<>(recent);
    }
  }
}
