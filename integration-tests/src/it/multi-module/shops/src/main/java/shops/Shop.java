package shops;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import taxes.TaxTable;

public final class Shop {
  private final AtomicLong earned = new AtomicLong();
  private final TaxTable taxes = new TaxTable();

  public void sellAll(List<String> countries) {
    countries.parallelStream().forEach(country -> earned.set(earned.get() + taxes.rate(country)));
  }
}
