package retail.price;

/** Prices and rebates in cents. */
class PriceBook {
  private final ConcurrentTable<Long> prices = new ConcurrentTable<>();
  private final ConcurrentTable<Long> rebates = new ConcurrentTable<>();
  private final ConcurrentTable<Integer> views = new ConcurrentTable<>();
  private final ConcurrentTable<String> names = new ConcurrentTable<>();

  void raise(String sku, long by) {
    Long old = prices.find(sku); // RACE check-then-act #1
    prices.store(sku, old == null ? by : old + by); // RACE check-then-act #1
  }

  void rebate(String sku, long by) {
    for (;;) {
      Long old = rebates.find(sku);
      if (old == null) {
        if (rebates.storeIfNew(sku, by)) {
          return;
        }
      } else if (rebates.swap(sku, old, old + by)) {
        return;
      }
    }
  }

  void viewed(String sku) {
    views.change(sku, (k, n) -> n == null ? 1 : n + 1);
  }

  boolean register(String sku, String name) {
    if (names.has(sku)) { // RACE check-then-act #2
      return false;
    }
    names.store(sku, name); // RACE check-then-act #2
    return true;
  }

  long price(String sku) {
    Long p = prices.find(sku);
    Long r = rebates.find(sku);
    return (p == null ? 0 : p) - (r == null ? 0 : r);
  }
}
