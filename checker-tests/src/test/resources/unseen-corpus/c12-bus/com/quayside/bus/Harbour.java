package com.quayside.bus;

import java.util.Timer;
import java.util.TimerTask;

public final class Harbour {
  private final Bus bus = new Bus();
  private final DockBoard board = DockBoard.attach(bus);

  public void open(int cranes) {
    for (int i = 0; i < cranes; i++) {
      String crane = "crane-" + i;
      new Thread(() -> {
        int cycles = 0;
        while (!Thread.currentThread().isInterrupted()) {
          bus.publish(new Moved(crane, "yard-" + (cycles++ % 9)));
        }
      }, crane).start();
    }
    new Timer("ferry").schedule(new TimerTask() {
      private int calls;

      @Override
      public void run() {
        bus.publish(new Arrived("berth-" + (++calls % 3), 40));
      }
    }, 0, 60_000);
  }
}
