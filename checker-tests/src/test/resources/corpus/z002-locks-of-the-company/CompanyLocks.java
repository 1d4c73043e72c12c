package com.brassgear.core;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** The few global locks of the application, in the order in which they are to be taken. */
public final class CompanyLocks {
  public static final Lock CATALOGUE = new ReentrantLock();
  public static final Lock STOCK = new ReentrantLock();
  private static final Object CONSOLE = new Object();

  private CompanyLocks() {}

  public static Object console() {
    return CONSOLE;
  }

  public static boolean ownsConsole() {
    return Thread.holdsLock(CONSOLE);
  }

  public static void inCatalogue(Runnable action) {
    CATALOGUE.lock();
    try {
      action.run();
    } finally {
      CATALOGUE.unlock();
    }
  }

  public static void lockAll() {
    CATALOGUE.lock();
    STOCK.lock();
  }

  public static void unlockAll() {
    STOCK.unlock();
    CATALOGUE.unlock();
  }
}
