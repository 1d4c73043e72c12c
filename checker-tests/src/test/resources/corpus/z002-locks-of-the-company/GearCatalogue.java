package com.brassgear.catalogue;

import static com.brassgear.core.CompanyLocks.CATALOGUE;

import com.brassgear.core.CompanyLocks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gear wheels by part number. There are two catalogues, and one lock for both. */
public class GearCatalogue {
  private static int editions;

  private final Map<String, Integer> teeth = new HashMap<>();
  private final List<String> discontinued = new ArrayList<>();
  private int changes;
  private int exports;

  public void add(String part, int count) {
    CATALOGUE.lock();
    try {
      teeth.put(part, count);
      changes++;
    } finally {
      CATALOGUE.unlock();
    }
  }

  public void discontinue(String part) {
    CompanyLocks.inCatalogue(
        () -> {
          if (teeth.remove(part) != null) {
            discontinued.add(part);
            changes++;
          }
        });
  }

  public void publish() {
    CompanyLocks.lockAll();
    try {
      editions++;
      changes = 0;
    } finally {
      CompanyLocks.unlockAll();
    }
  }

  /** The stock's lock instead of the catalogue's. */
  public void rename(String part, String better) {
    CompanyLocks.STOCK.lock();
    try {
      Integer count = teeth.remove(part); // RACE wrong-lock #1
      if (count != null) {
        teeth.put(better, count); // RACE wrong-lock #1
      }
    } finally {
      CompanyLocks.STOCK.unlock();
    }
  }

  public void export() {
    synchronized (CompanyLocks.console()) {
      exports++;
      System.out.println(editions + " " + exports);
    }
  }

  /** The console's monitor is not the catalogue's lock. */
  public void reprint() {
    synchronized (CompanyLocks.console()) {
      exports++;
      editions--; // RACE wrong-lock
    }
  }
}
