package programs;

/** The best bid, with its bidder. */
class BidBook {
  private int best;
  private String bidder = "";

  boolean bid(String name, int amount) {
    if (amount > best) {
      best = amount;
      bidder = name;
      return true;
    }
    return false;
  }

  String leader() {
    return bidder + " " + best;
  }

  static String single() {
    BidBook book = new BidBook();
    return "" + book.bid("a", 3) + book.bid("b", 2) + book.leader();
  }

  static long lost() {
    BidBook book = new BidBook();
    Trial.race(i -> book.bid("n" + i, i));
    int last = Trial.TOTAL - 1;
    return book.leader().equals("n" + last + " " + last) ? 0 : 1;
  }
}
