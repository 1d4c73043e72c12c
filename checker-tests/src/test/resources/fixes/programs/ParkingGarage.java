package programs;

/** A synchronized class with a hole. */
class ParkingGarage {
  private int parked;
  private double revenue;

  synchronized void enter() {
    parked++;
  }

  synchronized void leave(double fee) {
    parked--;
    revenue += fee;
  }

  void refund(double fee) {
    revenue -= fee;
  }

  synchronized int parked() {
    return parked;
  }

  synchronized double revenue() {
    return revenue;
  }

  static String single() {
    ParkingGarage garage = new ParkingGarage();
    garage.enter();
    garage.leave(2);
    garage.refund(1);
    return garage.parked() + " " + garage.revenue();
  }

  static long lost() {
    ParkingGarage garage = new ParkingGarage();
    Trial.race(
        i -> {
          garage.enter();
          garage.leave(2);
          garage.refund(1);
        });
    return garage.parked() + Math.round(Trial.TOTAL - garage.revenue());
  }
}
