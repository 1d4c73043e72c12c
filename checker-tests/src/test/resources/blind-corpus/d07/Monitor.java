package com.oldtimer.elevator;

import java.util.Vector;

/** Elevator control, written when monitors were all there was. */
public class Monitor {
  private final boolean[] calls;
  private final Vector log = new Vector();
  private int floor;
  private int waiting;
  private int served;
  private boolean moving;

  public Monitor(int floors) {
    calls = new boolean[floors];
  }

  public synchronized void call(int f) throws InterruptedException {
    while (moving && waiting > 10) {
      wait();
    }
    if (!calls[f]) {
      calls[f] = true;
      waiting++;
      notifyAll();
    }
  }

  public synchronized int next() throws InterruptedException {
    while (waiting == 0) {
      wait();
    }
    moving = true;
    int best = -1;
    for (int i = 0; i < calls.length; i++) {
      if (calls[i] && (best < 0 || Math.abs(i - floor) < Math.abs(best - floor))) {
        best = i;
      }
    }
    return best;
  }

  public void arrived(int f) {
    synchronized (this) {
      floor = f;
      if (calls[f]) {
        calls[f] = false;
        waiting--;
        served++;
      }
      moving = false;
      notifyAll();
    }
    log.addElement("floor " + f);
  }

  public void trim() {
    synchronized (log) {
      if (log.size() > 100) {
        log.removeAllElements();
      }
    }
  }

  public synchronized int served() {
    return served;
  }
}
