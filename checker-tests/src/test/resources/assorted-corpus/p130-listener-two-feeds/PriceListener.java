package lon.feeds;

/** Callback of price feeds. */
interface PriceListener {
  void price(String symbol, double price);

  default void heartbeat(long at) {}
}
