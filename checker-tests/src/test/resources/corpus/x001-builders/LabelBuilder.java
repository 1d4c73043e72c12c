package com.stickerbay.labels;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;

/** Immutable once it is built. */
final class Label {
  private static int printed;

  private final String title;
  private final Map<String, String> fields;
  private final int copies;

  private Label(Builder builder) {
    title = builder.title;
    fields = Map.copyOf(builder.fields);
    copies = builder.copies;
  }

  void print() {
    for (int i = 0; i < copies; i++) {
      System.out.println(title + fields);
    }
    printed++; // RACE rmw
  }

  static int printed() {
    return printed;
  }

  static Builder builder() {
    return new Builder();
  }

  /** Used by one thread while it builds. */
  static final class Builder {
    private final Map<String, String> fields = new LinkedHashMap<>();
    private String title = "";
    private int copies;

    Builder title(String part) {
      title += part;
      return this;
    }

    Builder field(String name, String value) {
      fields.put(name, value);
      return this;
    }

    Builder oneMore() {
      copies++;
      return this;
    }

    Label build() {
      return new Label(this);
    }
  }
}

/** Labels are built in the tasks and also kept for later. */
class LabelPrinter {
  private final Map<String, Label> kept = new ConcurrentHashMap<>();
  private final StringBuilder batch = new StringBuilder();
  private final List<Label> printedLabels = new ArrayList<>();

  void print(String name) {
    Label label = kept.computeIfAbsent(name, this::make);
    label.print();
    synchronized (printedLabels) {
      printedLabels.add(label);
    }
  }

  private Label make(String name) {
    Label.Builder builder = Label.builder().title("Shelf ").title(name).oneMore();
    if (name.length() > 4) {
      builder.oneMore();
    }
    return builder.field("name", name).field("size", "L").build();
  }

  /** This builder is a field: all tasks build the same string. */
  void append(String name) {
    batch.append(name).append(';'); // RACE unsafe-collection
  }

  int batchLength() {
    return batch.length();
  }

  void run(ExecutorService printers, List<String> names) {
    for (String name : names) {
      printers.execute(() -> print(name));
      printers.execute(() -> append(name));
    }
  }
}
