package ch.alpenbank.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

record Booking(String account, long rappen) {}

/** All bookings are written by the one writer thread. */
class LedgerWriter implements AutoCloseable {
  private final ExecutorService writer = Executors.newSingleThreadExecutor();
  private final ExecutorService notifiers = Executors.newCachedThreadPool();
  private final List<Booking> ledger = new ArrayList<>();
  private long balance;
  private int notified;

  CompletableFuture<Integer> book(Booking booking) {
    return CompletableFuture.supplyAsync(
        () -> {
          ledger.add(booking);
          balance += booking.rappen();
          return ledger.size();
        },
        writer);
  }

  CompletableFuture<Void> bookAll(List<Booking> bookings) {
    CompletableFuture<?>[] all = new CompletableFuture<?>[bookings.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = book(bookings.get(i));
    }
    return CompletableFuture.allOf(all);
  }

  /** The stage after the booking leaves the writer for the cached pool. */
  CompletableFuture<Void> bookAndNotify(Booking booking, Runnable mail) {
    return book(booking)
        .thenAcceptAsync(
            line -> {
              mail.run();
              notified++; // RACE rmw
            },
            notifiers);
  }

  /** Back on the writer thread for the correction. */
  CompletableFuture<Void> correct(Booking wrong, CompletableFuture<Booking> right) {
    return right.thenAcceptAsync(
        booking -> {
          ledger.remove(wrong);
          ledger.add(booking);
          balance += booking.rappen() - wrong.rappen();
        },
        writer);
  }

  @Override
  public void close() {
    writer.shutdown();
    notifiers.shutdown();
  }
}
