package com.meterpoint.batch;

final class Meter {
  final String id;
  final int[] readings;
  int estimated;

  Meter(String id, int[] readings) {
    this.id = id;
    this.readings = readings;
  }

  void fillGaps() {
    for (int i = 1; i < readings.length; i++) {
      if (readings[i] == 0) {
        readings[i] = readings[i - 1];
        estimated++;
      }
    }
  }
}
