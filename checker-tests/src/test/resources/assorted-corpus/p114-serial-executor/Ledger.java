package org.steward.exec;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/** All changes go through one serial executor on top of a pool of many threads. */
public class Ledger {
  private final SerialExecutor serial = new SerialExecutor(Executors.newFixedThreadPool(4));
  private final Map<String, Long> balances = new HashMap<>();
  private int entries;

  public CompletableFuture<Long> book(String account, long amount) {
    return CompletableFuture.supplyAsync(() -> {
      entries++;
      long now = balances.getOrDefault(account, 0L) + amount;
      balances.put(account, now);
      return now;
    }, serial);
  }

  public CompletableFuture<Integer> close(String account) {
    return CompletableFuture.supplyAsync(() -> {
      if (balances.containsKey(account)) {
        balances.remove(account);
        entries++;
      }
      return entries;
    }, serial);
  }
}
