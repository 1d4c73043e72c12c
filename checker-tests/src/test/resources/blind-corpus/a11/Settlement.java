package com.brightbourse.match;

final class Settlement implements Runnable {
  private final Ledger ledger;
  private final String member;
  private final Object mutex = new Object();
  private int attempts;

  Settlement(Ledger ledger, String member) {
    this.ledger = ledger;
    this.member = member;
  }

  @Override
  public void run() {
    attempts++;
    synchronized (mutex) {
      if (!member.isEmpty()) {
        ledger.settled++; // RACE wrong-lock
      }
    }
  }
}
