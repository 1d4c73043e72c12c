package com.parcelry.ids;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

final class LabelPrinter {
  private static final ThreadLocal<Ids.Block> BLOCKS = ThreadLocal.withInitial(Ids.Block::new);
  private static final ExecutorService PRINTERS = Executors.newFixedThreadPool(5);
  private final Ids.Kind kind;

  LabelPrinter(Ids.Kind kind) {
    this.kind = kind;
  }

  List<String> print(List<String> countries) throws Exception {
    List<Future<String>> labels = new ArrayList<>();
    for (String c : countries) {
      labels.add(PRINTERS.submit(() -> label(c)));
    }
    List<String> out = new ArrayList<>();
    int failed = 0;
    for (Future<String> f : labels) {
      String l = f.get();
      if (l == null) {
        failed++;
        continue;
      }
      out.add(l);
    }
    out.add(failed + " failed");
    return out;
  }

  private String label(String country) {
    String id = Ids.parcel(country);
    if (!Ids.reserve(id)) {
      kind.giveBack();
      return null;
    }
    return kind.issue() + " " + id + " " + Ids.timed() + " " + BLOCKS.get().next();
  }
}
