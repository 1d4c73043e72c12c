package programs;

/** Every method is synchronized, and an update takes two of them. */
class DiscountBoard {
  private double discount;
  private int changes;

  synchronized double getDiscount() {
    return discount;
  }

  synchronized void setDiscount(double discount) {
    this.discount = discount;
  }

  void raise(double by) {
    setDiscount(getDiscount() + by);
  }

  void note() {
    changes++;
  }

  synchronized int changes() {
    return changes;
  }

  static String single() {
    DiscountBoard board = new DiscountBoard();
    board.raise(0.5);
    board.raise(1);
    board.note();
    return board.getDiscount() + " " + board.changes();
  }

  static long lost() {
    DiscountBoard board = new DiscountBoard();
    Trial.race(
        i -> {
          board.raise(0.5);
          board.note();
        });
    return (long) Math.abs(Trial.TOTAL - 2 * board.getDiscount())
        + Math.abs(Trial.TOTAL - board.changes());
  }
}
