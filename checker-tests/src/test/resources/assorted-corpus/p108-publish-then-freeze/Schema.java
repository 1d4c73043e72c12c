package org.typed.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Builders are used by one thread; schemas are immutable; the registry is shared. */
public final class Schema {
  private final String name;
  private final Map<String, String> fields;
  private final int version;
  private int hash;

  private Schema(Builder b) {
    this.name = b.name;
    this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(b.fields));
    this.version = b.version;
  }

  public String name() {
    return name;
  }

  public int version() {
    return version;
  }

  /** Racy single-check like String.hashCode: every thread computes the same value. */
  @Override
  public int hashCode() {
    int h = hash;
    if (h == 0) {
      h = name.hashCode() * 31 + fields.hashCode();
      hash = h;
    }
    return h;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Schema s && s.name.equals(name) && s.fields.equals(fields);
  }

  public Builder toBuilder() {
    Builder b = new Builder(name);
    b.fields.putAll(fields);
    b.version = version + 1;
    return b;
  }

  public static final class Builder {
    private final String name;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private int version = 1;
    private int anonymous;

    public Builder(String name) {
      this.name = name;
    }

    public Builder field(String field, String type) {
      if (fields.containsKey(field)) {
        problems.add("duplicate " + field);
      } else {
        fields.put(field, type);
      }
      return this;
    }

    public Builder field(String type) {
      return field("f" + anonymous++, type);
    }

    public Schema build() {
      if (!problems.isEmpty()) {
        throw new IllegalStateException(problems.toString());
      }
      return new Schema(this);
    }
  }

  public static final class Registry {
    private final ConcurrentHashMap<String, Schema> current = new ConcurrentHashMap<>();
    private volatile Map<String, List<Schema>> archive = Map.of();

    public Schema register(Schema s) {
      return current.merge(s.name(), s, (old, fresh) -> fresh.version() > old.version() ? fresh : old);
    }

    public boolean evolve(String name, String field, String type) {
      Schema old = current.get(name);
      return old != null && current.replace(name, old, old.toBuilder().field(field, type).build());
    }

    public synchronized void archive(Schema s) {
      Map<String, List<Schema>> copy = new HashMap<>(archive);
      List<Schema> l = new ArrayList<>(copy.getOrDefault(s.name(), List.of()));
      l.add(s);
      copy.put(s.name(), List.copyOf(l));
      archive = Map.copyOf(copy);
    }

    public List<Schema> archived(String name) {
      return archive.getOrDefault(name, List.of());
    }
  }
}
