package com.parcelwave.sorting;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** As {@link ParcelSorter}, with a tally that can be shared. */
class TalliedParcelSorter {
  private final ExecutorService belts;
  private final ChuteDirectory chutes;
  private final AtomicInteger routed = new AtomicInteger();
  private final LongAdder grams = new LongAdder();
  private int oversized;

  TalliedParcelSorter(ExecutorService belts, ChuteDirectory chutes) {
    this.belts = belts;
    this.chutes = chutes;
  }

  void accept(Parcel parcel) {
    belts.execute(() -> route(parcel));
  }

  private void route(Parcel parcel) {
    chutes.chuteFor(parcel.postcode()).push(parcel);
    routed.incrementAndGet();
    grams.add(parcel.grams());
  }

  Future<?> checkSize(Parcel parcel) {
    return belts.submit(
        () -> {
          if (parcel.girth() > Parcel.MAX_GIRTH) {
            noteOversized();
          }
        });
  }

  private synchronized void noteOversized() {
    oversized = oversized + 1;
  }

  synchronized int oversized() {
    return oversized;
  }

  String summary() {
    return routed.get() + " parcels, " + grams.sum() + " g";
  }
}
