package lang.tiny;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Compiles units in parallel; symbols are the only thing which the units share. */
public class Session {
  private final Map<String, Integer> symbols = new ConcurrentHashMap<>();
  private final AtomicInteger nextSymbol = new AtomicInteger();
  private final List<String> diagnostics = new ArrayList<>();
  private int units;
  private int errors;

  private final class Unit {
    private final String name;
    private final List<Integer> code = new ArrayList<>();
    private int labels;
    private int localErrors;

    Unit(String name) {
      this.name = name;
    }

    Unit compile(String src) {
      Lexer lexer = new Lexer(src);
      for (int t : lexer.tokens()) {
        if (t >= 100) {
          labels++;
          code.add(symbol(name + labels));
        } else {
          code.add(t);
        }
      }
      localErrors += lexer.errors();
      return this;
    }
  }

  private int symbol(String s) {
    return symbols.computeIfAbsent(s, k -> nextSymbol.getAndIncrement());
  }

  public String compile(Map<String, String> sources, ExecutorService pool) throws InterruptedException {
    List<Future<Unit>> running = new ArrayList<>();
    sources.forEach((name, src) -> running.add(pool.submit(() -> new Unit(name).compile(src))));
    for (Future<Unit> f : running) {
      try {
        Unit u = f.get();
        units++;
        errors += u.localErrors;
        if (u.localErrors > 0) {
          diagnostics.add(u.name + ": " + u.localErrors);
        }
        u.code.add(-1);
      } catch (ExecutionException e) {
        errors++;
        diagnostics.add("crash: " + e.getCause());
      }
    }
    return units + " units, " + errors + " errors " + diagnostics;
  }
}
