package com.brassgear.works;

import com.brassgear.catalogue.GearCatalogue;
import com.brassgear.core.CompanyLocks;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;

/** Runs the works: offices change the catalogues, machines work on the stock. */
class GearWorks {
  private final GearCatalogue standard = new GearCatalogue();
  private final GearCatalogue special = new GearCatalogue();
  private final Deque<String> stock = new ArrayDeque<>();
  private int cut;
  private int broken;

  private void cutGear(String part) {
    CompanyLocks.STOCK.lock();
    try {
      stock.push(part);
      cut++;
      if (part.endsWith("x")) {
        broken++;
      }
    } finally {
      CompanyLocks.STOCK.unlock();
    }
  }

  private void ship() {
    CompanyLocks.lockAll();
    try {
      if (!stock.isEmpty()) {
        stock.pop();
      }
    } finally {
      CompanyLocks.unlockAll();
    }
  }

  /** Only the catalogue is locked here. */
  private void inspect() {
    CompanyLocks.inCatalogue(
        () -> {
          broken = broken / 2; // RACE wrong-lock
        });
  }

  void run(ExecutorService pool, int parts) {
    for (int i = 0; i < parts; i++) {
      String part = "G" + i;
      pool.execute(() -> standard.add(part, 24));
      pool.execute(() -> special.add(part, 36));
      pool.execute(() -> standard.discontinue(part));
      pool.execute(() -> standard.rename(part, part + "a"));
      pool.execute(standard::publish);
      pool.execute(special::publish);
      pool.execute(special::export);
      pool.execute(special::reprint);
      pool.execute(() -> cutGear(part));
      pool.execute(this::ship);
      pool.execute(this::inspect);
    }
  }
}
