package lib.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Loans of a library, several clerks at once. */
public class LoanDesk {
  private final Map<String, Copy> copies = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> byReader = new ConcurrentHashMap<>();
  private final Map<String, Integer> fines = new HashMap<>();
  private final AtomicInteger loans = new AtomicInteger();

  public void acquire(String isbn, int n) {
    copies.merge(isbn, new Copy(isbn, n, List.of()), Copy::plus);
  }

  public boolean lend(String isbn, String reader) {
    AtomicInteger mine = byReader.computeIfAbsent(reader, r -> new AtomicInteger());
    if (mine.incrementAndGet() > 5) {
      mine.decrementAndGet();
      return false;
    }
    Copy before;
    Copy after;
    do {
      before = copies.get(isbn);
      if (before == null || before.free() == 0) {
        mine.decrementAndGet();
        return false;
      }
      after = before.lentTo(reader);
    } while (!copies.replace(isbn, before, after));
    loans.incrementAndGet();
    return true;
  }

  public void giveBack(String isbn, String reader, int daysLate) {
    copies.computeIfPresent(isbn, (k, c) -> c.returnedBy(reader));
    AtomicInteger mine = byReader.get(reader);
    if (mine != null) {
      mine.decrementAndGet();
    }
    if (daysLate > 0) {
      fine(reader, daysLate * 10);
    }
  }

  private void fine(String reader, int cents) {
    synchronized (fines) {
      if (fines.containsKey(reader)) {
        fines.put(reader, fines.get(reader) + cents);
      } else {
        fines.put(reader, cents);
      }
    }
  }

  public int settle(String reader) {
    Integer owed;
    synchronized (fines) {
      owed = fines.remove(reader);
    }
    return owed == null ? 0 : owed;
  }
}
