package net.quiethost.syslog;

import java.util.Vector;

/** The open log files; Vector's own monitor serves for compound changes. */
public class Rotation {
  private final Vector<String> files = new Vector<>();
  private int serial;

  public String rotate(int keep) {
    synchronized (files) {
      String name = "log." + serial++;
      files.add(0, name);
      while (files.size() > keep) {
        files.remove(files.size() - 1);
      }
      return name;
    }
  }

  public String current() {
    synchronized (files) {
      return files.isEmpty() ? null : files.firstElement();
    }
  }
}
