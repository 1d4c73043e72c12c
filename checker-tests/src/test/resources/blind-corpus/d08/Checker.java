package org.lintel.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Visitors with a lot of state, one per file. */
public final class Checker {
  interface Rule {
    void visit(String line, Context c);

    default void end(Context c) {}
  }

  static final class Context {
    private final String file;
    private final List<String> findings = new ArrayList<>();
    private final Map<String, Integer> counters = new HashMap<>();
    int line;

    Context(String file) {
      this.file = file;
    }

    void report(String message) {
      findings.add(file + ":" + line + " " + message);
    }

    int count(String what) {
      Integer n = counters.get(what);
      int next = n == null ? 1 : n + 1;
      counters.put(what, next);
      return next;
    }
  }

  private static final class Braces implements Rule {
    private int depth;
    private int deepest;

    @Override
    public void visit(String line, Context c) {
      for (char ch : line.toCharArray()) {
        if (ch == '{') {
          depth++;
          deepest = Math.max(deepest, depth);
        } else if (ch == '}') {
          depth--;
        }
      }
      if (depth < 0) {
        c.report("unbalanced");
        depth = 0;
      }
    }

    @Override
    public void end(Context c) {
      if (deepest > 5) {
        c.report("nested " + deepest + " deep");
      }
    }
  }

  private enum Stateless implements Rule {
    TABS {
      @Override
      public void visit(String line, Context c) {
        if (line.indexOf('\t') >= 0 && c.count("tabs") == 1) {
          c.report("tabs");
        }
      }
    },
    LENGTH {
      @Override
      public void visit(String line, Context c) {
        int n = 0;
        for (int i = 0; i < line.length(); i++) {
          n += line.charAt(i) == '\t' ? 8 : 1;
        }
        if (n > 120) {
          c.report(n + " columns");
        }
      }
    }
  }

  private List<Rule> rules() {
    List<Rule> rules = new ArrayList<>(List.of(Stateless.values()));
    rules.add(new Braces());
    int[] todos = {0};
    rules.add((line, c) -> {
      if (line.contains("TODO")) {
        todos[0]++;
        c.report("todo " + todos[0]);
      }
    });
    return rules;
  }

  private List<String> check(String file, List<String> lines) {
    Context c = new Context(file);
    List<Rule> rules = rules();
    for (String l : lines) {
      c.line++;
      rules.forEach(r -> r.visit(l, c));
    }
    for (Rule r : rules) {
      r.end(c);
    }
    return c.findings;
  }

  public List<String> checkAll(Map<String, List<String>> files) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    List<Future<List<String>>> futures = new ArrayList<>();
    files.forEach((name, lines) -> futures.add(pool.submit(() -> check(name, lines))));
    List<String> all = new ArrayList<>();
    for (Future<List<String>> f : futures) {
      all.addAll(f.get());
    }
    pool.shutdown();
    return all;
  }
}
