package de.stadion.gates;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;

/** Visitors by gate and in total. */
class Turnstile {
  private static int inside;
  private static int highest;
  private Integer today = 0;
  private List<String> tickets = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();
  private int vip;
  private String section = "A";

  void enter(String ticket) {
    synchronized (today) {
      today++; // RACE wrong-lock
    }
    synchronized (getClass()) {
      inside++; // MAYBE
    }
    synchronized (tickets) {
      tickets.add(ticket); // RACE wrong-lock
    }
  }

  synchronized void leave() {
    inside--; // RACE wrong-lock
  }

  void rotate() {
    List<String> old;
    synchronized (tickets) {
      old = tickets; // MAYBE
      tickets = new ArrayList<>(); // MAYBE
    }
    System.out.println(old.size() + " tickets");
  }

  void refuse(String ticket) {
    Object mutex = new Object();
    synchronized (mutex) {
      refused.add(ticket); // RACE wrong-lock
    }
  }

  void enterVip(String name) {
    synchronized (section) {
      vip++; // MAYBE
    }
  }

  static void sample() {
    synchronized (Turnstile.class) {
      highest = Math.max(highest, inside);
    }
  }

  void open(ExecutorService gate, List<String> queue) {
    for (String t : queue) {
      gate.submit(() -> {
        if (t.startsWith("X")) {
          refuse(t);
        } else if (t.startsWith("V")) {
          enterVip(t);
        } else {
          enter(t);
        }
        sample();
      });
      gate.submit(this::leave);
    }
  }
}
