package programs;

/** Moves money between two accounts of one desk. */
class TransferDesk {
  private long left = 1_000_000;
  private long right;

  void move(long amount) {
    if (left >= amount) {
      left -= amount;
      right += amount;
    }
  }

  long total() {
    return left + right;
  }

  long right() {
    return right;
  }

  static String single() {
    TransferDesk desk = new TransferDesk();
    desk.move(10);
    return desk.total() + " " + desk.right();
  }

  static long lost() {
    TransferDesk desk = new TransferDesk();
    Trial.race(i -> desk.move(3));
    return Math.abs(desk.total() - 1_000_000) + Math.abs(desk.right() - 3L * Trial.TOTAL);
  }
}
