package uk.gavel.auction;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Lots and bids. A lot is closed by its clock, bids come from everywhere. */
public class AuctionHouse {
  public static class Lot {
    private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
    private final String name;
    private final List<String> bidders = new ArrayList<>();
    private long highest;
    private boolean closed;
    private int views;
    private int outbid;

    Lot(String name, long start) {
      this.name = name;
      this.highest = start;
    }

    boolean bid(String who, long cents) {
      rw.writeLock().lock();
      try {
        if (closed || cents <= highest) {
          return false;
        }
        highest = cents;
        bidders.add(who);
        rw.readLock().lock();
      } finally {
        rw.writeLock().unlock();
      }
      try {
        if (bidders.size() > 1) {
          outbid++; // RACE wrong-lock
        }
        return true;
      } finally {
        rw.readLock().unlock();
      }
    }

    String view() {
      ReentrantReadWriteLock.ReadLock r = rw.readLock();
      r.lock();
      try {
        views++; // RACE wrong-lock
        return name + " " + highest + (closed ? " closed" : "");
      } finally {
        r.unlock();
      }
    }

    String close() {
      ReentrantReadWriteLock.WriteLock w = rw.writeLock();
      w.lock();
      try {
        if (closed) {
          return null;
        }
        closed = true;
        highest -= highest / 20;
        return bidders.isEmpty() ? "" : bidders.get(bidders.size() - 1);
      } finally {
        w.unlock();
      }
    }

    long highest() {
      rw.readLock().lock();
      try {
        return highest;
      } finally {
        rw.readLock().unlock();
      }
    }

    void raise(String who, long by) {
      long now = highest(); // RACE split-lock #1
      rw.writeLock().lock();
      try {
        if (!closed) {
          highest = now + by; // RACE split-lock #1
          bidders.add(who);
        }
      } finally {
        rw.writeLock().unlock();
      }
    }
  }

  private final ConcurrentMap<String, Lot> lots = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Integer> wins = new ConcurrentHashMap<>();

  public Lot open(String name, long start) {
    return lots.computeIfAbsent(name, n -> new Lot(n, start));
  }

  public boolean bid(String name, String who, long cents) {
    Lot l = lots.get(name);
    return l != null && l.bid(who, cents);
  }

  public void close(String name) {
    Lot l = lots.get(name);
    if (l == null) {
      return;
    }
    String winner = l.close();
    if (winner != null && !winner.isEmpty()) {
      if (wins.putIfAbsent(winner, 1) != null) {
        wins.computeIfPresent(winner, (w, n) -> n + 1);
      }
      lots.remove(name, l);
    }
  }

  public String view(String name) {
    return lots.getOrDefault(name, new Lot(name, 0)).view();
  }
}
