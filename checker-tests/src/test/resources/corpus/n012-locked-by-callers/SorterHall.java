package com.parcelway.sorter;

import java.util.ArrayList;
import java.util.List;

/** The hall: public methods lock, three levels of private ones rely on it. */
class SorterHall {
  private final List<String> parcels = new ArrayList<>();
  private long grams;
  private int heavy;
  private int batches;

  synchronized void deliver(List<String> batch) {
    for (String parcel : batch) {
      unload(parcel);
    }
    close();
  }

  synchronized void deliverOne(String parcel) {
    unload(parcel);
  }

  private void unload(String parcel) {
    assert Thread.holdsLock(this);
    parcels.add(parcel);
    weigh(parcel.length() * 100);
  }

  private void weigh(int weight) {
    grams += weight;
    if (weight > 3000) {
      countHeavy();
    }
  }

  private void countHeavy() {
    heavy++;
  }

  private void close() {
    batches++;
  }

  synchronized String summary() {
    return parcels.size() + " parcels, " + grams + " g, " + heavy + " heavy, " + batches;
  }

  void open(int docks) {
    for (int i = 0; i < docks; i++) {
      String name = "dock-" + i;
      new Thread(() -> deliver(List.of(name, name + "b")), name).start();
      new Thread(() -> deliverOne(name), name + "-single").start();
    }
  }
}
