package net.parley;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A room. The connection threads of its members call it directly. */
public class Room {
  private static final int KEEP = 200;

  private final String name;
  private final int capacity;
  private final List<Member> members = new CopyOnWriteArrayList<>();
  private final CopyOnWriteArrayList<Member> moderators = new CopyOnWriteArrayList<>();
  private final AtomicInteger observers = new AtomicInteger();
  private final Deque<String> history = new ArrayDeque<>();
  private long sequence;

  Room(String name, int capacity) {
    this.name = name;
    this.capacity = capacity;
  }

  public boolean join(Member m) {
    if (members.contains(m)) { // RACE check-then-act #1
      return false;
    }
    members.add(m); // RACE check-then-act #1
    say(m, "joins " + name);
    return true;
  }

  public boolean promote(Member m) {
    return moderators.addIfAbsent(m);
  }

  public void leave(Member m) {
    if (members.remove(m)) {
      moderators.remove(m);
      say(m, "leaves");
    }
  }

  /** Observers hold one of a limited number of seats. */
  public boolean observe() {
    if (observers.get() < capacity) { // RACE atomic-compound #2
      observers.incrementAndGet(); // RACE atomic-compound #2
      return true;
    }
    return false;
  }

  public void unobserve() {
    observers.decrementAndGet();
  }

  public void say(Member from, String text) {
    long seq;
    synchronized (history) {
      seq = ++sequence;
      history.addLast(seq + " " + from.nick() + ": " + text);
      while (history.size() > KEEP) {
        history.removeFirst();
      }
    }
    for (Member m : members) {
      m.deliver(seq, text);
    }
  }

  public List<String> history() {
    synchronized (history) {
      return new ArrayList<>(history);
    }
  }
}
