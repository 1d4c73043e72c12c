package gov.vaultkeep;

import java.util.ArrayList;
import java.util.List;

/** The treasury lends its monitor to its clerks; they expect to be called with it. */
public class Treasury {
  private final Journal journal = new Journal();
  private final Funds funds = new Funds(journal);
  private int decrees;

  public void decree(String from, String to, long amount) {
    synchronized (journal) {
      decrees++;
      if (funds.move(from, to, amount)) {
        journal.note("moved " + amount);
      } else {
        journal.note("refused " + amount);
      }
    }
  }

  public void levy(List<String> who, long each) {
    synchronized (journal) {
      for (String w : who) {
        funds.credit(w, each);
      }
      decrees++;
    }
  }

  public List<String> audit() {
    synchronized (journal) {
      return journal.take();
    }
  }
}
