package com.ledgerline.payroll;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Computes a month on several threads, each owning one slice. */
public class PayrollRun {
  private final List<Employee> staff;
  private final long[] net;
  private final long[] taxBySlice;
  private final int[] warningsBySlice;
  private long totalTax;
  private int warnings;

  public PayrollRun(List<Employee> staff, int slices) {
    this.staff = staff;
    this.net = new long[staff.size()];
    this.taxBySlice = new long[slices];
    this.warningsBySlice = new int[slices];
  }

  public void execute() throws InterruptedException {
    final int slices = taxBySlice.length;
    final CountDownLatch done = new CountDownLatch(slices);
    for (int s = 0; s < slices; s++) {
      final int slice = s;
      new Thread(() -> {
        try {
          for (int i = slice; i < net.length; i += slices) {
            compute(slice, i);
          }
        } finally {
          done.countDown();
        }
      }, "payroll-" + slice).start();
    }
    done.await();
    for (int s = 0; s < slices; s++) {
      totalTax += taxBySlice[s];
      warnings += warningsBySlice[s];
    }
  }

  private void compute(int slice, int i) {
    Employee e = staff.get(i);
    long tax = e.gross() * e.rate() / 100;
    taxBySlice[slice] += tax;
    if (tax == 0) {
      warningsBySlice[slice]++;
    }
    net[i] = e.gross() - tax;
  }

  public String summary() {
    return Arrays.stream(net).sum() + " net, " + totalTax + " tax, " + warnings + " warnings";
  }

  record Employee(String name, long gross, int rate) {}
}

/** Workers draw indices from a common counter; each index is drawn once. */
class DrawnRun {
  private final AtomicInteger next = new AtomicInteger();
  private final long[] bonus;

  DrawnRun(int n) {
    bonus = new long[n];
  }

  long[] execute(int threads) throws InterruptedException {
    Thread[] team = new Thread[threads];
    for (int t = 0; t < threads; t++) {
      team[t] = new Thread(this::work);
    }
    for (Thread t : team) {
      t.start();
    }
    for (Thread t : team) {
      t.join();
    }
    for (int i = 0; i < bonus.length; i++) {
      bonus[i] += 10;
    }
    return bonus;
  }

  private void work() {
    int i;
    while ((i = next.getAndIncrement()) < bonus.length) {
      bonus[i] += 100;
      if (i % 7 == 0) {
        bonus[i] *= 2;
      }
    }
  }
}
