package org.spesen.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;

/** An amount that knows how to add; the sum is a new amount. */
@Immutable
final class Amount {
  static final Amount ZERO = new Amount(0);

  private final long cents;
  private int hash;

  Amount(long cents) {
    this.cents = cents;
  }

  Amount plus(Amount other) {
    return new Amount(cents + other.cents);
  }

  long cents() {
    return cents;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Amount other && other.cents == cents;
  }

  /** Computed once or, at worst, a few times with the same result. */
  @Override
  public int hashCode() {
    int h = hash;
    if (h == 0) {
      h = Long.hashCode(cents) * 31 + 7;
      hash = h;
    }
    return h;
  }
}

/** Belongs to the one user who fills it in. */
@NotThreadSafe
class ExpenseForm {
  private final Map<String, Amount> byCategory = new HashMap<>();
  private final List<String> receipts = new ArrayList<>();
  private Amount total = Amount.ZERO;
  private int edits;

  void add(String category, Amount amount, String receipt) {
    edits++;
    if (!byCategory.containsKey(category)) {
      byCategory.put(category, Amount.ZERO);
    }
    byCategory.put(category, byCategory.get(category).plus(amount));
    receipts.add(receipt);
    total = total.plus(amount);
  }

  Amount total() {
    return total;
  }

  int edits() {
    return edits;
  }
}

/** Reads many receipts in parallel. */
class ReceiptImport {
  /** A form per task, as the form demands. */
  List<Callable<Amount>> tasks(List<List<String>> persons) {
    List<Callable<Amount>> tasks = new ArrayList<>();
    for (List<String> receipts : persons) {
      tasks.add(
          () -> {
            ExpenseForm form = new ExpenseForm();
            receipts.forEach(r -> form.add("travel", new Amount(r.length()), r));
            return form.total();
          });
    }
    return tasks;
  }

  /** One sum for all tasks. An immutable type does not make the variable atomic. */
  private Amount grandTotal = Amount.ZERO;

  void importAll(ExecutorService pool, List<List<String>> persons) throws InterruptedException {
    for (Callable<Amount> task : tasks(persons)) {
      pool.submit(
          () -> {
            grandTotal = grandTotal.plus(task.call()); // RACE rmw
            return null;
          });
    }
  }

  Amount grandTotal() {
    return grandTotal;
  }
}
