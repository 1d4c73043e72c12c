package eu.fieldnet;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Bills are written by a pool of one. */
public class Billing {
  private final ExecutorService clerk = Executors.newFixedThreadPool(1);
  private final Map<String, Long> due = new HashMap<>();
  private long bills;

  public void charge(String customer, long cents) {
    clerk.execute(() -> {
      Long before = due.get(customer);
      due.put(customer, before == null ? cents : before + cents);
    });
  }

  public void closeMonth() {
    clerk.submit(() -> {
      bills += due.size();
      due.clear();
      return bills;
    });
  }
}
