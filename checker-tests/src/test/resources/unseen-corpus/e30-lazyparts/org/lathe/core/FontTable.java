package org.lathe.core;

import java.util.Map;

/** Immutable. */
public final class FontTable {
  private final Map<String, Integer> ids;
  private int hash;

  FontTable(Map<String, Integer> ids) {
    this.ids = Map.copyOf(ids);
  }

  public int id(String name) {
    return ids.getOrDefault(name, -1);
  }

  @Override
  public int hashCode() {
    int h = hash;
    if (h == 0) {
      h = ids.hashCode();
      hash = h;
    }
    return h;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof FontTable f && f.ids.equals(ids);
  }
}
