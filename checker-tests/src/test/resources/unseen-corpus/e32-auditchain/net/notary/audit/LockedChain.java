package net.notary.audit;

import java.util.Objects;

public class LockedChain {
  private int head = 17;
  private int length;
  private volatile String last = "";

  public int append(String entry) {
    synchronized (this) {
      head = Objects.hash(head, entry);
      length++;
      last = last.isEmpty() ? entry : last.length() + ":" + entry;
      return head;
    }
  }

  public synchronized int length() {
    return length;
  }

  public String last() {
    return last;
  }
}
