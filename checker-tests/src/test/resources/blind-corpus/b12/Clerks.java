package net.payrail.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

final class Clerks {
  private final TransferDesk desk = new TransferDesk();
  private final ExecutorService clerks = Executors.newCachedThreadPool();
  private final List<Runnable> shift = new ArrayList<>();
  private long total;
  private int idle;

  Clerks() {
    for (int i = 0; i < 4; i++) {
      shift.add(this::serve);
    }
    shift.add(() -> desk.limit("acme", 5));
    shift.add(() -> desk.submitUrgent(3));
    shift.add(() -> desk.submitUrgent(4));
  }

  void open() {
    shift.forEach(clerks::execute);
  }

  private void serve() {
    int empty = 0;
    while (empty < 10) {
      Long cents = desk.next();
      if (cents == null) {
        empty++;
        continue;
      }
      book(cents);
    }
    synchronized (clerks) {
      idle += empty;
    }
  }

  private void book(long cents) {
    synchronized (shift) {
      total += cents;
    }
  }

  long total() {
    synchronized (shift) {
      return total;
    }
  }
}
