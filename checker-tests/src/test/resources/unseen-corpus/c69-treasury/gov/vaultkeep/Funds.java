package gov.vaultkeep;

import java.util.HashMap;
import java.util.Map;

/** No locks here: guarded by the journal's monitor, which every caller in this package holds. */
class Funds {
  private final Map<String, Long> accounts = new HashMap<>();
  private final Journal journal;
  private long moved;
  private int refusals;

  Funds(Journal journal) {
    this.journal = journal;
  }

  boolean move(String from, String to, long amount) {
    assert Thread.holdsLock(journal);
    long have = accounts.getOrDefault(from, 0L);
    if (have < amount) {
      refusals++;
      return false;
    }
    accounts.put(from, have - amount);
    credit(to, amount);
    moved += amount;
    return true;
  }

  void credit(String to, long amount) {
    Long before = accounts.get(to);
    accounts.put(to, before == null ? amount : before + amount);
    journal.changed(to);
  }
}
