package com.gavel.auction;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Bids per auction: one lock object per auction id, kept in a map. */
public class Auctions {
  static final class Auction {
    final String id;
    final BigDecimal start;
    BigDecimal best;
    String winner;
    int bids;
    final List<String> log = new ArrayList<>();

    Auction(String id, BigDecimal start) {
      this.id = id;
      this.start = start;
      this.best = start;
    }
  }

  private final ConcurrentHashMap<String, ReentrantLock> locks = new ConcurrentHashMap<>();
  private final Map<String, Auction> auctions = new ConcurrentHashMap<>();
  private final Map<String, Integer> bidsByUser = new HashMap<>();
  private long allBids;

  private ReentrantLock lockOf(String id) {
    return locks.computeIfAbsent(id, k -> new ReentrantLock());
  }

  public boolean open(String id, BigDecimal start) {
    return auctions.putIfAbsent(id, new Auction(id, start)) == null;
  }

  public boolean bid(String id, String user, BigDecimal amount) {
    ReentrantLock l = lockOf(id);
    l.lock();
    try {
      Auction a = auctions.get(id);
      if (a == null || a.best.compareTo(amount) >= 0) {
        return false;
      }
      a.best = amount;
      a.winner = user;
      a.bids++;
      a.log.add(user + " " + amount);
      bidsByUser.merge(user, 1, Integer::sum); // RACE wrong-lock
      allBids++; // RACE wrong-lock
      return true;
    } finally {
      l.unlock();
    }
  }

  public boolean bidOnObject(String id, String user, BigDecimal amount) {
    Auction a = auctions.get(id);
    if (a == null) {
      return false;
    }
    lockOf(a.id).lock();
    try {
      if (a.best.compareTo(amount) >= 0) {
        return false;
      }
      a.best = amount;
      a.winner = user;
      a.bids++;
      return true;
    } finally {
      lockOf(a.id).unlock();
    }
  }

  public BigDecimal proxyBid(String id, String user, BigDecimal limit) {
    Auction a = auctions.get(id);
    BigDecimal next = a.best.add(BigDecimal.ONE); // RACE check-then-act #1
    if (next.compareTo(limit) <= 0) {
      a.best = next; // RACE check-then-act #1
      a.winner = user;
    }
    return a.best;
  }

  public String close(String id) {
    ReentrantLock l = lockOf(id);
    l.lock();
    try {
      Auction a = auctions.remove(id);
      return a == null ? null : a.winner;
    } finally {
      l.unlock();
    }
  }
}
