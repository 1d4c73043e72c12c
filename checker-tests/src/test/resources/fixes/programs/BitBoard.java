package programs;

/** Operators other than plus. */
class BitBoard {
  private long mask;
  private int hash = 17;
  private int toggles;

  void set(int bit) {
    mask |= 1L << bit;
    hash ^= bit;
    toggles = toggles ^ 1;
  }

  void clear(int bit) {
    mask &= ~(1L << bit);
  }

  String state() {
    return mask + " " + hash + " " + toggles;
  }

  static String single() {
    BitBoard board = new BitBoard();
    board.set(3);
    board.set(5);
    board.clear(3);
    return board.state();
  }

  static long lost() {
    BitBoard board = new BitBoard();
    Trial.race(i -> board.set(i % 60));
    int hash = 17;
    for (int i = 0; i < Trial.TOTAL; i++) {
      hash ^= i % 60;
    }
    return board.state().equals((1L << 60) - 1 + " " + hash + " 0") ? 0 : 1;
  }
}
