package programs;

/** The lowest and the highest price. */
class PriceRange {
  private long low = Long.MAX_VALUE;
  private long high = Long.MIN_VALUE;
  private int seen;

  void see(long price) {
    if (price < low) low = price;
    if (high < price) {
      high = price;
    }
    seen += 1;
  }

  String describe() {
    return low + ".." + high + " of " + seen;
  }

  static String single() {
    PriceRange range = new PriceRange();
    range.see(5);
    range.see(3);
    return range.describe();
  }

  static long lost() {
    PriceRange range = new PriceRange();
    Trial.race(i -> range.see(i));
    return range.describe().equals("0.." + (Trial.TOTAL - 1) + " of " + Trial.TOTAL) ? 0 : 1;
  }
}
