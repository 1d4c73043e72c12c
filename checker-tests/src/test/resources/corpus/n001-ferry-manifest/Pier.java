package com.brinefield.ferry;

import java.util.ArrayList;
import java.util.List;

/** One thread per gate. */
final class Pier {
  private final List<Thread> gates = new ArrayList<>();

  void open(Manifest manifest, List<List<String>> queues) {
    for (List<String> queue : queues) {
      Thread gate =
          new Thread(
              () -> {
                int cabin = 100;
                for (String passenger : queue) {
                  if (manifest.board(passenger, "C" + cabin)) {
                    cabin++;
                  }
                }
              });
      gates.add(gate);
      gate.start();
    }
  }

  void close() throws InterruptedException {
    for (Thread gate : gates) {
      gate.join();
    }
    gates.clear();
  }

  static int sail(List<List<String>> queues) throws InterruptedException {
    Pier pier = new Pier();
    Manifest cars = new CarDeckManifest();
    Manifest walkers = new FootPassengerManifest();
    pier.open(cars, queues);
    pier.open(walkers, queues);
    pier.close();
    return cars.boarded() + walkers.boarded();
  }
}
