package net.civicroll.ballot;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Counts ballots that several scanners read at once. */
class BallotBox implements AutoCloseable {
  private final ExecutorService scanners = Executors.newFixedThreadPool(6);
  private Integer cast = 0;
  private Long spoiled = 0L;
  private final List<String> disputed = new ArrayList<>();
  private final ConcurrentHashMap<String, Integer> perParty = new ConcurrentHashMap<>();

  /** The monitor is replaced by each increment. */
  void cast(String party) {
    synchronized (cast) {
      cast++; // RACE wrong-lock
    }
    count(party);
  }

  void spoil() {
    synchronized (spoiled) {
      spoiled = spoiled + 1; // RACE wrong-lock
    }
  }

  /** Equal names have one interned string: the scanners of one party exclude each other. */
  private void count(String party) {
    synchronized (party.intern()) {
      Integer before = perParty.get(party);
      perParty.put(party, before == null ? 1 : before + 1);
    }
  }

  /** The list is shared by all parties, the monitor is not. */
  void dispute(String party, String serial) {
    synchronized (party.intern()) {
      disputed.add(serial); // RACE wrong-lock
    }
  }

  void scan(List<String> ballots) {
    for (String ballot : ballots) {
      scanners.execute(() -> cast(ballot));
      scanners.execute(() -> dispute(ballot, "S" + ballot.length()));
      scanners.execute(this::spoil);
    }
  }

  int total() {
    return perParty.values().stream().mapToInt(Integer::intValue).sum();
  }

  @Override
  public void close() {
    scanners.shutdown();
  }
}

/** Boxed values, but the monitor is an object that stays. */
class SealedBallotBox {
  private final Object seal = new Object();
  private Integer cast = 0;
  private Long spoiled = 0L;

  void cast() {
    synchronized (seal) {
      cast++;
    }
  }

  void spoil() {
    synchronized (seal) {
      spoiled = spoiled + 1;
    }
  }

  long valid() {
    synchronized (seal) {
      return cast - spoiled;
    }
  }

  void scan(ExecutorService scanners, int ballots) {
    for (int i = 0; i < ballots; i++) {
      scanners.execute(this::cast);
      scanners.execute(this::spoil);
    }
  }
}
