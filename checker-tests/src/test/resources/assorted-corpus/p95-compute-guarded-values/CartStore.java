package shop.cart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Mutable carts inside a concurrent map: only touched inside compute of their key. */
public class CartStore {
  static final class Cart {
    private final Map<String, Integer> lines = new HashMap<>();
    private int version;
    private long totalCents;

    void add(String sku, int n, long price) {
      lines.merge(sku, n, Integer::sum);
      totalCents += n * price;
      version++;
    }

    void remove(String sku, long price) {
      Integer n = lines.remove(sku);
      if (n != null) {
        totalCents -= n * price;
        version++;
      }
    }

    boolean isEmpty() {
      return lines.isEmpty();
    }
  }

  static final class Note {
    final List<String> texts = new ArrayList<>();
    int edits;
  }

  private final ConcurrentHashMap<String, Cart> carts = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, Note> notes = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, List<String>> wishes = new ConcurrentHashMap<>();

  public void add(String user, String sku, int n, long price) {
    carts.compute(user, (u, c) -> {
      Cart cart = c == null ? new Cart() : c;
      cart.add(sku, n, price);
      return cart;
    });
  }

  public void remove(String user, String sku, long price) {
    carts.computeIfPresent(user, (u, c) -> {
      c.remove(sku, price);
      return c.isEmpty() ? null : c;
    });
  }

  public long total(String user) {
    long[] t = {0};
    carts.computeIfPresent(user, (u, c) -> {
      t[0] = c.totalCents;
      return c;
    });
    return t[0];
  }

  public void note(String user, String text) {
    Note n = notes.computeIfAbsent(user, u -> new Note());
    n.texts.add(text); // RACE unsafe-collection
    n.edits++; // RACE rmw
  }

  public void noteLocked(String user, String text) {
    Note n = lockedNotes.computeIfAbsent(user, u -> new Note());
    synchronized (n) {
      n.texts.add(text);
      n.edits++;
    }
  }

  private final ConcurrentHashMap<String, Note> lockedNotes = new ConcurrentHashMap<>();

  public void wish(String user, String sku) {
    List<String> old = wishes.getOrDefault(user, Collections.emptyList()); // RACE check-then-act #1
    List<String> copy = new ArrayList<>(old);
    copy.add(sku);
    wishes.put(user, copy); // RACE check-then-act #1
  }

  public void unwish(String user, String sku) {
    wishes.computeIfPresent(user, (u, l) -> {
      List<String> copy = new ArrayList<>(l);
      copy.remove(sku);
      return copy;
    });
  }
}
