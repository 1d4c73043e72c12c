package com.pressroom.folding;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;

/** Printer and folder take turns at one table: two semaphores pass the turn to and fro. */
class PrintAndFold {
  private final Semaphore printTurn = new Semaphore(1);
  private final Semaphore foldTurn = new Semaphore(0);
  private final List<String> table = new ArrayList<>();
  private int sheets;
  private int jams;

  private void print(int count) throws InterruptedException {
    for (int i = 0; i < count; i++) {
      printTurn.acquire();
      table.add("sheet " + i);
      sheets++;
      foldTurn.release();
      if (i % 100 == 99) {
        jams++; // RACE rmw #1
      }
    }
  }

  private void fold(int count) throws InterruptedException {
    for (int i = 0; i < count; i++) {
      foldTurn.acquire();
      table.remove(table.size() - 1);
      sheets--;
      printTurn.release();
      if (i % 70 == 69) {
        jams++; // RACE rmw #1
      }
    }
  }

  interface Step {
    void run(int count) throws InterruptedException;
  }

  private static Thread machine(String name, Step step, int count) {
    return new Thread(
        () -> {
          try {
            step.run(count);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        },
        name);
  }

  static int run(int count) throws InterruptedException {
    PrintAndFold room = new PrintAndFold();
    Thread printer = machine("printer", room::print, count);
    Thread folder = machine("folder", room::fold, count);
    printer.start();
    folder.start();
    printer.join();
    folder.join();
    return room.sheets + room.jams;
  }
}

/** A pallet changes hands; it is only ever in one pair of them. */
class PalletLift {
  private final SynchronousQueue<int[]> lift = new SynchronousQueue<>();

  void run() {
    new Thread(this::below, "below").start();
    new Thread(this::above, "above").start();
  }

  private void below() {
    try {
      for (int i = 0; i < 100; i++) {
        int[] pallet = new int[2];
        pallet[0]++;
        pallet[1] += i;
        lift.put(pallet);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void above() {
    int weight = 0;
    try {
      for (int i = 0; i < 100; i++) {
        int[] pallet = lift.take();
        pallet[1]--;
        weight += pallet[0] + pallet[1];
      }
      System.out.println(weight);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
