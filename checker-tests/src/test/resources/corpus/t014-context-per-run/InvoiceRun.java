package com.ledgerleaf.runs;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Everything that one invoice run needs; passed from step to step, never kept. */
class RunContext {
  private final Map<String, BigDecimal> totals = new LinkedHashMap<>();
  private final List<String> warnings = new ArrayList<>();
  private BigDecimal sum = BigDecimal.ZERO;
  private int positions;
  private String currency;

  void position(String article, BigDecimal amount) {
    totals.merge(article, amount, BigDecimal::add);
    sum = sum.add(amount);
    positions++;
  }

  void warn(String text) {
    if (warnings.size() < 100) {
      warnings.add(text);
    }
  }

  String currency() {
    if (currency == null) {
      currency = "EUR";
    }
    return currency;
  }

  String text() {
    return sum + " " + currency() + " in " + positions + ", " + warnings.size() + totals;
  }
}

/** Stateless: one object for all runs. */
class InvoiceRun {
  private final Executor pool;
  private final Map<String, BigDecimal> prices;

  InvoiceRun(Executor pool, Map<String, BigDecimal> prices) {
    this.pool = pool;
    this.prices = Map.copyOf(prices);
  }

  CompletableFuture<String> start(List<String> articles) {
    RunContext context = new RunContext();
    context.warn("started");
    return CompletableFuture.supplyAsync(() -> collect(context, articles), pool)
        .thenApplyAsync(this::discount, pool)
        .thenApply(
            run -> {
              run.warn("finished");
              return run.text();
            });
  }

  private RunContext collect(RunContext context, List<String> articles) {
    for (String article : articles) {
      BigDecimal price = prices.get(article);
      if (price == null) {
        context.warn("no price for " + article);
      } else {
        context.position(article, price);
      }
    }
    return context;
  }

  private RunContext discount(RunContext context) {
    context.position("discount", BigDecimal.ONE.negate());
    return context;
  }

  static void month(Executor pool, List<List<String>> customers) {
    InvoiceRun run = new InvoiceRun(pool, Map.of("paper", BigDecimal.TEN));
    List<CompletableFuture<String>> texts = new ArrayList<>();
    for (List<String> articles : customers) {
      texts.add(run.start(articles));
    }
    StringBuilder all = new StringBuilder();
    for (CompletableFuture<String> text : texts) {
      all.append(text.join()).append('\n');
    }
    System.out.println(all);
  }
}
