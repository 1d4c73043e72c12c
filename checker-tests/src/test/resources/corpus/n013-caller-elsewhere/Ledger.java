package coop.villagebank.ledger;

import java.util.ArrayList;
import java.util.List;

/** Bookings of one branch. Not thread-safe: whoever shares it locks. */
class Ledger {
  private final List<String> lines = new ArrayList<>();
  private long balance;
  private int corrections;

  void book(String text, long cents) {
    lines.add(text);
    add(cents);
  }

  void correct(long cents) {
    corrections++; // RACE rmw
    add(cents); // RACE wrong-lock #1
  }

  private void add(long cents) {
    balance += cents; // RACE wrong-lock #1
  }

  long balance() {
    return balance;
  }

  int size() {
    return lines.size() + corrections;
  }
}

/** A second plain class, which is only ever used under the branch lock. */
class CashDrawer {
  private int notes;
  private int coins;

  void put(int notes, int coins) {
    this.notes += notes;
    this.coins += coins;
  }

  boolean take(int notes) {
    if (this.notes < notes) {
      return false;
    }
    this.notes -= notes;
    return true;
  }

  int notes() {
    return notes;
  }
}
