package com.safeharbor.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;

/** One claim of a policy holder. Guarded by its own monitor. */
class Claim {
  final String id;
  private long paid;
  private int notes;

  Claim(String id) {
    this.id = id;
  }

  void pay(long cents) {
    paid += cents;
  }

  void note() {
    notes++;
  }

  long paid() {
    return paid;
  }

  int notes() {
    return notes;
  }
}

/** Several agents handle the same claims. */
class ClaimDesk {
  private final List<Claim> handled = new ArrayList<>();
  private long payout;

  /** The claim is locked, so the claim is safe; the desk is not. */
  void settle(Claim claim, long cents) {
    synchronized (claim) {
      claim.pay(cents);
      claim.note();
      payout += cents; // RACE wrong-lock
      handled.add(claim); // RACE wrong-lock
    }
  }

  long payout() {
    return payout;
  }

  void work(ExecutorService agents, List<Claim> claims) {
    for (Claim claim : claims) {
      agents.execute(() -> settle(claim, 5_000));
      agents.execute(() -> settle(claim, 1_000));
    }
  }
}

/** The claim guards the claim, the desk guards the desk. */
class TwoLevelClaimDesk {
  private final List<Claim> handled = new ArrayList<>();
  private long payout;

  void settle(Claim claim, long cents) {
    synchronized (claim) {
      claim.pay(cents);
      claim.note();
    }
    synchronized (this) {
      payout += cents;
      handled.add(claim);
    }
  }

  synchronized long payout() {
    return payout;
  }

  void work(ExecutorService agents, List<Claim> claims) {
    for (Claim claim : claims) {
      agents.execute(() -> settle(claim, 5_000));
      agents.execute(() -> settle(claim, 1_000));
    }
  }
}

/** Locks a parameter that all calls in the program give the same object. */
class DeskByParameter {
  private long payout;

  private void settle(Object mutex, long cents) {
    synchronized (mutex) {
      payout += cents;
    }
  }

  static DeskByParameter work(ExecutorService agents, int claims) {
    DeskByParameter desk = new DeskByParameter();
    Object mutex = new Object();
    for (int i = 0; i < claims; i++) {
      agents.execute(() -> desk.settle(mutex, 5_000));
      agents.execute(() -> desk.settle(mutex, 1_000));
    }
    return desk;
  }
}
