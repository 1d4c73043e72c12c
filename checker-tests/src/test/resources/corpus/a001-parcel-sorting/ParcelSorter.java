package com.parcelwave.sorting;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Routes scanned parcels to their chutes on the worker threads of the depot. */
class ParcelSorter {
  private final ExecutorService belts;
  private final ChuteDirectory chutes;
  private int routed;
  private long grams;
  private int oversized;

  ParcelSorter(ExecutorService belts, ChuteDirectory chutes) {
    this.belts = belts;
    this.chutes = chutes;
  }

  /** Called by the scanner thread for every label that it reads. */
  void accept(Parcel parcel) {
    belts.execute(() -> route(parcel));
  }

  private void route(Parcel parcel) {
    Chute chute = chutes.chuteFor(parcel.postcode());
    chute.push(parcel);
    routed++; // RACE rmw
    grams += parcel.grams(); // RACE rmw
  }

  Future<?> checkSize(Parcel parcel) {
    return belts.submit(
        () -> {
          if (parcel.girth() > Parcel.MAX_GIRTH) {
            oversized = oversized + 1; // RACE rmw
          }
        });
  }

  /** The sum lives on the stack of the one task that adds it up. */
  Future<Long> weigh(List<Parcel> batch) {
    return belts.submit(
        () -> {
          long sum = 0;
          for (Parcel parcel : batch) {
            sum += parcel.grams();
          }
          return sum;
        });
  }

  String summary() {
    return routed + " parcels, " + grams + " g, " + oversized + " oversized";
  }
}
