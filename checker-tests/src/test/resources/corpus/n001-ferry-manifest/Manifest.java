package com.brinefield.ferry;

import java.util.HashMap;
import java.util.Map;

/** Who is on board. All gates of the pier scan into the same manifest. */
class Manifest {
  private final Map<String, String> cabins = new HashMap<>();
  protected int boarded;
  protected int lifeJackets;

  synchronized boolean board(String passenger, String cabin) {
    if (cabins.putIfAbsent(passenger, cabin) != null) {
      return false;
    }
    boarded++;
    lifeJackets++;
    return true;
  }

  synchronized void disembark(String passenger) {
    if (cabins.remove(passenger) != null) {
      boarded--;
    }
  }

  synchronized int boarded() {
    return boarded;
  }

  synchronized int lifeJackets() {
    return lifeJackets;
  }
}

/** Walk-on passengers have no cabin. */
class FootPassengerManifest extends Manifest {
  @Override
  boolean board(String passenger, String cabin) {
    boarded++; // RACE wrong-lock
    lifeJackets += 1; // RACE wrong-lock
    return true;
  }

  @Override
  synchronized void disembark(String passenger) {
    if (boarded > 0) {
      boarded--;
    }
  }
}

/** Keeps track of the lanes; everything else is left to the manifest. */
class CarDeckManifest extends Manifest {
  private double metresUsed;

  @Override
  boolean board(String passenger, String cabin) {
    boolean added = super.board(passenger, cabin);
    if (added) {
      synchronized (this) {
        metresUsed += 4.5;
      }
    }
    return added;
  }

  @Override
  void disembark(String passenger) {
    super.disembark(passenger);
    metresUsed -= 4.5; // RACE wrong-lock
  }

  synchronized double metresUsed() {
    return metresUsed;
  }
}
