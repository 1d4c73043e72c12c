package desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** All changes of the order desk are stages on one single-threaded executor. */
public class Sequencer {
  private final ExecutorService line = Executors.newSingleThreadExecutor(r -> new Thread(r, "sequencer"));
  private final Executor outside = Executors.newFixedThreadPool(4);
  private final Map<String, Integer> positions = new HashMap<>();
  private final List<String> tape = new ArrayList<>();
  private long sequence;
  private int rejected;

  public CompletableFuture<Long> order(String symbol, int n) {
    return CompletableFuture
        .supplyAsync(() -> check(symbol, n), outside)
        .thenApplyAsync(ok -> ok ? apply(symbol, n) : reject(symbol), line);
  }

  /** Pure. */
  private static boolean check(String symbol, int n) {
    int sum = 0;
    for (char c : symbol.toCharArray()) {
      sum += c;
    }
    return n > 0 && sum > 0;
  }

  private long apply(String symbol, int n) {
    Integer had = positions.get(symbol);
    positions.put(symbol, had == null ? n : had + n);
    tape.add(symbol + n);
    return ++sequence;
  }

  private long reject(String symbol) {
    rejected++;
    tape.add("rejected " + symbol);
    return -1;
  }

  public void cancelAll(String symbol) {
    line.execute(() -> {
      if (positions.containsKey(symbol)) {
        positions.remove(symbol);
        sequence++;
      }
    });
  }

  public CompletableFuture<String> state() {
    return CompletableFuture.supplyAsync(() -> {
      String s = sequence + " " + rejected + " " + positions;
      tape.clear();
      return s;
    }, line);
  }
}
