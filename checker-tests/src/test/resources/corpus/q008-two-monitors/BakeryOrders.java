package com.krumecrust.orders;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Orders of the shops, taken on the phone and from the web by threads of their own. */
class BakeryOrders {
  private final Object phone = new Object();
  private final Object web = new Object();
  private final Map<String, Integer> rolls = new HashMap<>();
  private final List<String> remarks = new ArrayList<>();
  private int orders;
  private int phoneCalls;
  private int webHits;

  void byPhone(String shop, int count) {
    synchronized (phone) {
      phoneCalls++;
      orders++; // RACE wrong-lock #1
      rolls.merge(shop, count, Integer::sum); // RACE wrong-lock #2
    }
  }

  void byWeb(String shop, int count) {
    synchronized (web) {
      webHits++;
      orders++; // RACE wrong-lock #1
      rolls.merge(shop, count, Integer::sum); // RACE wrong-lock #2
    }
  }

  /** With both monitors nobody is left outside. */
  void remark(String text) {
    synchronized (phone) {
      synchronized (web) {
        remarks.add(text);
        phoneCalls++;
      }
    }
  }

  int phoneCalls() {
    synchronized (phone) {
      return phoneCalls;
    }
  }

  int webHits() {
    synchronized (web) {
      return webHits;
    }
  }

  void open() {
    Thread caller = new Thread(() -> byPhone("north", 40));
    Thread browser = new Thread(() -> byWeb("north", 25));
    Thread boss = new Thread(() -> remark("more rye"));
    caller.start();
    browser.start();
    boss.start();
  }
}

/** One monitor for what both change, one each for their own. */
class SharedBakeryOrders {
  private final Object phone = new Object();
  private final Object web = new Object();
  private final Map<String, Integer> rolls = new HashMap<>();
  private int phoneCalls;
  private int webHits;

  void byPhone(String shop, int count) {
    synchronized (phone) {
      phoneCalls++;
    }
    order(shop, count);
  }

  void byWeb(String shop, int count) {
    synchronized (web) {
      webHits++;
      order(shop, count);
    }
  }

  private void order(String shop, int count) {
    synchronized (rolls) {
      rolls.merge(shop, count, Integer::sum);
    }
  }

  void open() {
    for (int i = 0; i < 4; i++) {
      new Thread(() -> byPhone("north", 40)).start();
      new Thread(() -> byWeb("north", 25)).start();
    }
  }
}
