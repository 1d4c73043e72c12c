package se.norden.actors;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;

final class BankActor extends Mailbox<BankActor.Booking> {
  record Booking(String account, long cents, Runnable done) {}

  private final Map<String, Long> balances = new HashMap<>();
  private long volume;
  private int bookings;
  private int late;
  private final Executor notifiers;

  BankActor(Executor executor, Executor notifiers) {
    super(executor);
    this.notifiers = notifiers;
  }

  @Override
  void receive(Booking b) {
    Long old = balances.get(b.account());
    balances.put(b.account(), (old == null ? 0 : old) + b.cents());
    volume += Math.abs(b.cents());
    bookings++;
    if (b.done() != null) {
      long at = System.currentTimeMillis();
      notifiers.execute(() -> {
        b.done().run();
        if (System.currentTimeMillis() - at > 100) {
          late++; // RACE rmw
        }
      });
    }
  }
}
