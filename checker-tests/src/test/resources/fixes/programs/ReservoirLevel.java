package programs;

/** A class that a framework serialises. */
class ReservoirLevel implements java.io.Serializable {
  private static final long serialVersionUID = 1L;

  private long litres;
  private int readings;

  void pour(int amount) {
    litres += amount;
    readings++;
  }

  String level() {
    return litres + " " + readings;
  }

  static String single() {
    ReservoirLevel level = new ReservoirLevel();
    level.pour(3);
    return level.level();
  }

  static long lost() {
    ReservoirLevel level = new ReservoirLevel();
    Trial.race(i -> level.pour(2));
    return level.level().equals(2L * Trial.TOTAL + " " + Trial.TOTAL) ? 0 : 1;
  }
}
