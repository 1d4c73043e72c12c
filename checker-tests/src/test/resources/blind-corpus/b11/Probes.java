package org.probeworks.agent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

final class DiskProbe implements Runnable {
  private final String path;
  private final List<Long> free = new ArrayList<>();
  private long lowest = Long.MAX_VALUE;

  DiskProbe(String path) {
    this.path = path;
  }

  @Override
  public void run() {
    for (int i = 0; i < 60; i++) {
      long f = new java.io.File(path).getFreeSpace();
      free.add(f);
      if (f < lowest) {
        lowest = f;
      }
    }
  }
}

final class Heartbeat implements Runnable {
  private final String host;
  private int beats;
  private final Map<String, Integer> answers = new LinkedHashMap<>();

  Heartbeat(String host) {
    this.host = host;
  }

  @Override
  public void run() {
    for (int i = 0; i < 100; i++) {
      beats++; // RACE rmw
      String answer = ping(i);
      synchronized (answers) {
        answers.merge(answer, 1, Integer::sum);
      }
    }
  }

  private String ping(int n) {
    return host.hashCode() % (n + 1) == 0 ? "ok" : "late";
  }

  int beats() {
    return beats;
  }
}

final class TempCleaner implements Runnable {
  private static final List<String> removed = new ArrayList<>();
  private final int age;
  private int mine;

  TempCleaner(int age) {
    this.age = age;
  }

  @Override
  public void run() {
    for (int i = 0; i < age; i++) {
      removed.add("tmp-" + i); // RACE unsafe-collection
      mine++;
    }
    System.out.println(mine + " files");
  }
}

final class Watchdog extends Thread {
  private final int[] strikes;
  private int rounds;

  Watchdog(int[] strikes) {
    super("watchdog");
    this.strikes = strikes;
  }

  @Override
  public void run() {
    while (rounds < 1000) {
      rounds++;
      strikes[rounds % strikes.length]++; // RACE rmw
    }
  }
}
