package com.ferrybatch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executor;

/** The tasks return what they found; only the collecting thread adds up. */
class SumImport {
  private final Map<String, Long> sums = new HashMap<>();
  private int chunks;

  Map<String, Long> run(Executor pool, List<List<String>> parts) throws InterruptedException, ExecutionException {
    CompletionService<List<Row>> done = new ExecutorCompletionService<>(pool);
    int pending = 0;
    for (List<String> part : parts) {
      done.submit(() -> {
        List<Row> rows = new ArrayList<>();
        for (String line : part) {
          rows.add(Row.parse(line));
        }
        return rows;
      });
      pending++;
    }
    while (pending > 0) {
      pending--;
      chunks++;
      for (Row r : done.take().get()) {
        Long before = sums.get(r.key());
        sums.put(r.key(), before == null ? r.amount() : before + r.amount());
      }
    }
    sums.put("#chunks", (long) chunks);
    return sums;
  }
}
