package tab;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Adds up bank statements; each file is read by a task, each task has its reader and its sums. */
public final class Statement {
  private final SortedMap<YearMonth, BigDecimal> sums = new TreeMap<>();
  private int rows;

  private void add(CsvReader csv) throws IOException {
    while (csv.next()) {
      YearMonth m = YearMonth.from(csv.date("booked"));
      BigDecimal before = sums.get(m);
      sums.put(m, before == null ? csv.money("amount") : before.add(csv.money("amount")));
      rows++;
    }
  }

  private Statement merge(Statement other) {
    other.sums.forEach((m, v) -> sums.merge(m, v, BigDecimal::add));
    rows += other.rows;
    return this;
  }

  static Statement read(List<String> files) throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(3);
    try {
      List<Future<Statement>> parts = new ArrayList<>();
      for (String file : files) {
        parts.add(pool.submit(() -> {
          Statement s = new Statement();
          try (CsvReader csv = new CsvReader(new StringReader(file))) {
            s.add(csv);
          }
          return s;
        }));
      }
      Statement all = new Statement();
      for (Future<Statement> f : parts) {
        all.merge(f.get());
      }
      return all;
    } finally {
      pool.shutdown();
    }
  }

  static Statement readInStreams(List<String> files) {
    return files.parallelStream().map(file -> {
      Statement s = new Statement();
      try (CsvReader csv = new CsvReader(new StringReader(file))) {
        s.add(csv);
      } catch (IOException e) {
        s.rows--;
      }
      return s;
    }).reduce((a, b) -> new Statement().merge(a).merge(b)).orElseGet(Statement::new);
  }
}
