package com.cratewise.stock;

import java.util.ArrayDeque;
import java.util.Deque;

/** Goods with a date; the oldest lot spoils first. */
public class PerishableStock extends AbstractStock<String> {
  private final Deque<String> lots = new ArrayDeque<>();
  private int spoiled;

  @Override
  protected void received(String goods, int n) {
    lots.addLast(goods);
    if (lots.size() > 100) {
      spoiled++;
      writeOff(lots.removeFirst());
    }
  }

  @Override
  public boolean ship(String goods, int n) {
    synchronized (this) {
      lots.remove(goods);
      return super.ship(goods, n);
    }
  }

  public synchronized int spoiled() {
    return spoiled;
  }
}
