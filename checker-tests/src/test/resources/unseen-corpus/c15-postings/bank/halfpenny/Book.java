package bank.halfpenny;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Postings between accounts, from many tellers at once. */
public final class Book {
  private static final int STRIPES = 64;
  private final Object[] stripes = new Object[STRIPES];
  private final long[] balances;
  private final int[] postings;
  private final AtomicReference<Totals> totals = new AtomicReference<>(new Totals(0, 0));

  record Totals(long turnover, int count) {
    Totals plus(long amount) {
      return new Totals(turnover + amount, count + 1);
    }
  }

  public Book(int accounts, long opening) {
    balances = new long[accounts];
    postings = new int[accounts];
    for (int i = 0; i < STRIPES; i++) {
      stripes[i] = new Object();
    }
    for (int i = 0; i < accounts; i++) {
      balances[i] += opening;
      postings[i]++;
    }
  }

  private Object stripe(int account) {
    return stripes[account % STRIPES];
  }

  public void deposit(int account, long amount) {
    synchronized (stripe(account)) {
      balances[account] += amount;
      postings[account]++;
    }
    totals.updateAndGet(t -> t.plus(amount));
  }

  public boolean withdraw(int account, long amount) {
    synchronized (stripes[account % STRIPES]) {
      if (balances[account] < amount) {
        return false;
      }
      balances[account] -= amount;
      postings[account]++;
    }
    Totals old;
    do {
      old = totals.get();
    } while (!totals.compareAndSet(old, old.plus(amount)));
    return true;
  }

  public long balance(int account) {
    synchronized (stripe(account)) {
      return balances[account];
    }
  }

  public Totals totals() {
    return totals.get();
  }

  /** Trial balance, taken while the tellers are away. */
  static List<String> trial(Book book) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < book.balances.length; i++) {
      lines.add(i + " " + book.balance(i));
    }
    return lines;
  }
}
