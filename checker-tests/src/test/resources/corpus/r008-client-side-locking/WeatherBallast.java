package com.seaspanner.ballast;

import java.util.Enumeration;
import java.util.Hashtable;
import java.util.Iterator;
import java.util.List;
import java.util.Vector;
import java.util.concurrent.ExecutorService;

/** Ballast tanks of a ship. Hashtable and Vector lock themselves, with their own monitor. */
class WeatherBallast {
  private final Hashtable<String, Integer> tanks = new Hashtable<>();
  private final List<String> commands = new Vector<>();

  /** Two calls under the monitor of the table are one step to all its other callers. */
  void pump(String tank, int tons) {
    synchronized (tanks) {
      Integer now = tanks.get(tank);
      tanks.put(tank, (now == null ? 0 : now) + tons);
    }
  }

  /** Two calls without it are two. */
  void drain(String tank, int tons) {
    if (tanks.containsKey(tank)) { // RACE check-then-act #1
      tanks.put(tank, tanks.get(tank) - tons); // RACE check-then-act #1
    }
  }

  void seal(String tank) {
    tanks.remove(tank);
  }

  String firstCommand() {
    synchronized (commands) {
      return commands.isEmpty() ? "" : commands.remove(0);
    }
  }

  /** Locks the object that has the list, not the list. */
  synchronized String lastCommand() {
    if (commands.isEmpty()) { // RACE wrong-lock #2
      return "";
    }
    return commands.remove(commands.size() - 1); // RACE wrong-lock #2
  }

  void command(String text) {
    commands.add(text);
  }

  void forget(String prefix) {
    synchronized (commands) {
      for (Iterator<String> it = commands.iterator(); it.hasNext(); ) {
        if (it.next().startsWith(prefix)) {
          it.remove();
        }
      }
    }
  }

  /** An enumeration of a Hashtable only reads. */
  int total() {
    int sum = 0;
    Enumeration<Integer> values = tanks.elements();
    while (values.hasMoreElements()) {
      sum += values.nextElement();
    }
    return sum;
  }

  void voyage(ExecutorService bridge, List<String> names) {
    for (String tank : names) {
      bridge.execute(() -> pump(tank, 12));
      bridge.execute(() -> drain(tank, 3));
      bridge.execute(() -> seal(tank));
      bridge.execute(() -> command("trim " + tank));
      bridge.submit(this::firstCommand);
      bridge.submit(this::lastCommand);
      bridge.execute(() -> forget("trim"));
      bridge.submit(this::total);
    }
  }
}
