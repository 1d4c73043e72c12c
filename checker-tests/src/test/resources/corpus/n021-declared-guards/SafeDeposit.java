package com.oakbank.vault;

import com.oakbank.annotations.Annotations.GuardedBy;
import com.oakbank.annotations.Annotations.NotThreadSafe;
import com.oakbank.annotations.Annotations.ThreadSafe;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The boxes of a bank. */
@ThreadSafe
public class SafeDeposit {
  private final Object lock = new Object();

  @GuardedBy("lock")
  private final Map<Integer, String> boxes = new HashMap<>();

  @GuardedBy("lock")
  private int opened;

  @GuardedBy("this")
  private int alarms;

  private int visitors;
  private final List<String> complaints = new ArrayList<>();

  public void rent(int box, String customer) {
    synchronized (lock) {
      boxes.put(box, customer);
    }
  }

  public boolean open(int box, String customer) {
    synchronized (lock) {
      if (!customer.equals(boxes.get(box))) {
        alarm();
        return false;
      }
      count();
      return true;
    }
  }

  @GuardedBy("lock")
  private void count() {
    opened++;
  }

  private synchronized void alarm() {
    alarms++;
  }

  /** The declaration says lock, the method says this. */
  public synchronized void close(int box) {
    opened--; // RACE wrong-lock
    if (alarms > 0) {
      alarms = 0;
    }
  }

  /** A class that is declared safe has a counter that is not. */
  public void visit() {
    visitors++; // RACE rmw
  }

  public void complain(String text) {
    complaints.add(text); // RACE unsafe-collection
  }

  public int visitors() {
    return visitors;
  }

  public int complaints() {
    return complaints.size();
  }
}

/** A form that one clerk fills in. */
@NotThreadSafe
class DepositForm {
  private final List<String> fields = new ArrayList<>();
  private int pages;
  private int corrections;
  private String customer;

  void field(String text) {
    fields.add(text);
    if (fields.size() % 20 == 0) {
      pages++;
    }
  }

  void correct(int index, String text) {
    fields.set(index, text);
    corrections++;
  }

  String customer() {
    if (customer == null) {
      customer = fields.isEmpty() ? "?" : fields.get(0);
    }
    return customer;
  }

  int size() {
    return pages + corrections;
  }
}
