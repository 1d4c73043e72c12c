package programs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.LongAdder;

/** Sells tickets at several windows; checks outside of the lock, and by other tools. */
class TicketOffice {
  private static final AtomicIntegerFieldUpdater<TicketOffice> SOLD =
      AtomicIntegerFieldUpdater.newUpdater(TicketOffice.class, "sold");

  private final List<String> complaints = new ArrayList<>();
  private final AtomicIntegerArray perWindow = new AtomicIntegerArray(3);
  private final LongAdder takings = new LongAdder();
  private volatile int sold;
  private int[] prices;
  private String firstGuest;
  private int firstGuests;

  /** Read once, when they are needed. */
  int[] prices() {
    if (prices == null) {
      synchronized (this) {
        if (prices == null) {
          prices = new int[] {5, 7, 9};
        }
      }
    }
    return prices;
  }

  void sell(int window, String guest) {
    sold++;
    perWindow.set(window, perWindow.get(window) + 1);
    takings.add(prices()[window]);
    if (guest.endsWith("7")) {
      complaints.add(guest);
    }
    if (firstGuest == null) {
      synchronized (this) {
        // a bunch of flowers
        firstGuest = guest;
        firstGuests++;
      }
    }
  }

  synchronized int flowers() {
    return firstGuest == null ? 0 : firstGuests;
  }

  void refund() {
    SOLD.decrementAndGet(this);
  }

  long empty() {
    long taken = takings.sum();
    takings.reset();
    return taken;
  }

  List<String> complaints() {
    return complaints;
  }

  static String single() {
    TicketOffice office = new TicketOffice();
    office.sell(0, "g17");
    office.sell(2, "g18");
    office.refund();
    return office.sold + " " + office.perWindow + office.empty() + office.complaints();
  }

  static long lost() {
    TicketOffice office = new TicketOffice();
    long[] taken = new long[1];
    Object till = new Object();
    Trial.race(
        i -> {
          office.sell(i % 3, "g" + i);
          if (i % 100 == 0) {
            long part = office.empty();
            synchronized (till) {
              taken[0] += part;
            }
          }
        });
    long expected = 0;
    for (int i = 0; i < Trial.TOTAL; i++) {
      expected += 5 + 2 * (i % 3);
    }
    long windows = office.perWindow.get(0) + office.perWindow.get(1) + office.perWindow.get(2);
    return Math.abs(expected - taken[0] - office.empty())
        + Math.abs(Trial.TOTAL - office.sold)
        + Math.abs(Trial.TOTAL - windows)
        + Math.abs(Trial.TOTAL / 10 - new HashSet<>(office.complaints()).size())
        + Math.abs(1 - office.flowers());
  }
}
