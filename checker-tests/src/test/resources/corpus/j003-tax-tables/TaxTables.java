package gov.fiskus.tables;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The holder idiom: the class loader does the locking. */
final class TaxTables {
  private static int loads;
  private final TreeMap<Long, Double> brackets = new TreeMap<>();

  private TaxTables() {
    brackets.put(0L, 0.0);
    brackets.put(12_000L, 0.14);
    brackets.put(66_000L, 0.42);
    loads++;
  }

  private static final class Holder {
    static final TaxTables TABLES = new TaxTables();
  }

  static TaxTables get() {
    return Holder.TABLES;
  }

  double rate(long income) {
    return brackets.floorEntry(income).getValue();
  }

  static int loads() {
    return loads;
  }
}

/** Not the idiom: the field of the holder is filled by hand. */
final class ChurchTaxTables {
  private final Map<String, Double> rates = new TreeMap<>();
  private int asked;

  private ChurchTaxTables() {
    rates.put("BY", 0.08);
    rates.put("BE", 0.09);
  }

  private static final class Holder {
    static ChurchTaxTables tables;
  }

  static ChurchTaxTables get() {
    if (Holder.tables == null) { // RACE check-then-act #1
      Holder.tables = new ChurchTaxTables(); // RACE check-then-act #1
    }
    return Holder.tables;
  }

  double rate(String state) {
    asked++; // RACE rmw
    return rates.getOrDefault(state, 0.0);
  }

  int asked() {
    return asked;
  }
}

class TaxOffice {
  double assess(List<Long> incomes, String state) {
    return incomes.parallelStream()
        .mapToDouble(i -> i * TaxTables.get().rate(i) * (1 + ChurchTaxTables.get().rate(state)))
        .sum();
  }
}
