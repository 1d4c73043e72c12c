package fx.tickmill;

/** Receives one provider's quotes on a thread of its own. */
class Feed implements Runnable {
  private final QuoteBook.Writer writer;
  private final double[] prices;
  private int position;
  private volatile long received;

  private Feed(QuoteBook.Writer writer, double[] prices) {
    this.writer = writer;
    this.prices = prices.clone();
  }

  /** The only way to get a feed: made and started in one go. */
  static Feed start(QuoteBook book, String name, double... prices) {
    Feed f = new Feed(book.writer(name), prices);
    new Thread(f, "feed-" + name).start();
    return f;
  }

  @Override
  public void run() {
    while (position < prices.length) {
      double p = prices[position++];
      writer.quote("EURUSD", p - 0.0001, p + 0.0001);
      received++;
    }
  }

  long received() {
    return received;
  }
}
