package org.oldtown.chat;

import java.util.Hashtable;
import java.util.Iterator;
import java.util.Map;
import java.util.Vector;

/** Warnings by nick. Two moderator threads look at every line. */
public class Moderator implements Runnable {
  private final Vector<String> lines = new Vector<String>();
  private final Map<String, Integer> warnings = new Hashtable<String, Integer>();
  private boolean stopped;

  public Moderator() {
    new Thread(this, "moderator-1").start();
    new Thread(this, "moderator-2").start();
  }

  public void offer(String line) {
    synchronized (lines) {
      lines.add(line);
      lines.notify();
    }
  }

  public void run() {
    while (true) {
      String line;
      synchronized (lines) {
        while (lines.isEmpty() && !stopped) {
          try {
            lines.wait();
          } catch (InterruptedException e) {
            return;
          }
        }
        if (stopped) {
          return;
        }
        line = lines.remove(0);
      }
      if (line.toUpperCase().equals(line)) {
        warn(line.substring(0, Math.max(0, line.indexOf(':'))));
      }
    }
  }

  private void warn(String nick) {
    synchronized (warnings) {
      Integer n = warnings.get(nick);
      warnings.put(nick, n == null ? 1 : n + 1);
    }
  }

  public void forgive() {
    synchronized (warnings) {
      for (Iterator<Map.Entry<String, Integer>> it = warnings.entrySet().iterator(); it.hasNext(); ) {
        Map.Entry<String, Integer> e = it.next();
        if (e.getValue() <= 1) {
          it.remove();
        } else {
          e.setValue(e.getValue() - 1);
        }
      }
    }
  }

  public void stop() {
    synchronized (lines) {
      stopped = true;
      lines.notifyAll();
    }
  }
}
