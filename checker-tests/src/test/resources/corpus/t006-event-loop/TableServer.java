package com.cardroom.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;

/** A loop that runs what it is given, one thing at a time, on its only thread. */
final class Loop {
  private final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
  private final Thread thread = new Thread(this::drain, "table-loop");
  private volatile boolean open = true;

  void start() {
    thread.start();
  }

  void post(Runnable runnable) {
    work.add(runnable);
  }

  void stop() {
    open = false;
    thread.interrupt();
  }

  private void drain() {
    while (open) {
      try {
        work.take().run();
      } catch (InterruptedException e) {
        return;
      }
    }
  }
}

/** A card table: players send from their own threads, the loop changes the table. */
class TableServer {
  private final Loop loop = new Loop();
  private final Map<String, Integer> chips = new HashMap<>();
  private final List<String> seats = new ArrayList<>();
  private int pot;
  private int hands;
  private int spectators;

  void open() {
    loop.start();
  }

  void sit(String player) {
    loop.post(
        () -> {
          if (!seats.contains(player)) {
            seats.add(player);
            chips.put(player, 1000);
          }
        });
  }

  void bet(String player, int amount) {
    loop.post(() -> take(player, amount));
  }

  private void take(String player, int amount) {
    int left = chips.getOrDefault(player, 0);
    if (left >= amount) {
      chips.put(player, left - amount);
      pot += amount;
    }
  }

  void deal() {
    loop.post(
        () -> {
          hands++;
          pot = 0;
        });
  }

  /** Comes straight from the players' threads. */
  void spectate() {
    spectators++; // RACE rmw
  }

  int spectators() {
    return spectators;
  }

  static void evening(ExecutorService connections, List<String> players) {
    TableServer table = new TableServer();
    table.open();
    for (String player : players) {
      connections.execute(() -> table.sit(player));
      connections.execute(() -> table.bet(player, 50));
      connections.execute(table::deal);
      connections.execute(table::spectate);
    }
  }
}
