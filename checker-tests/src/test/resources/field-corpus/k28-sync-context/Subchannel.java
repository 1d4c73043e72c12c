package k28;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Connects to one of some addresses. All fields are used from the sync context only. */
final class Subchannel {
  private final SyncContext syncContext = new SyncContext();
  private final ScheduledExecutorService timer;
  private final List<String> addresses;
  private int addressIndex;
  private int reconnectAttempts;
  private ScheduledFuture<?> reconnectTask;
  private boolean shutdown;
  private final List<String> transports = new ArrayList<>();

  Subchannel(ScheduledExecutorService timer, List<String> addresses) {
    this.timer = timer;
    this.addresses = addresses;
  }

  void requestConnection() {
    syncContext.execute(this::startNewTransport);
  }

  private void startNewTransport() {
    syncContext.throwIfNotInThisContext();
    if (shutdown) {
      return;
    }
    transports.add(addresses.get(addressIndex));
  }

  /** Called by the transport's network thread. */
  void transportShutdown(String address) {
    syncContext.execute(
        () -> {
          transports.remove(address);
          addressIndex++;
          if (addressIndex >= addresses.size()) {
            addressIndex = 0;
            scheduleBackoff();
          } else {
            startNewTransport();
          }
        });
  }

  private void scheduleBackoff() {
    if (reconnectTask != null) {
      return;
    }
    reconnectAttempts++;
    reconnectTask =
        syncContext.schedule(
            () -> {
              reconnectTask = null;
              startNewTransport();
            },
            1L << Math.min(reconnectAttempts, 6),
            TimeUnit.SECONDS,
            timer);
  }

  void shutdown() {
    syncContext.execute(
        () -> {
          shutdown = true;
          if (reconnectTask != null) {
            reconnectTask.cancel(false);
            reconnectTask = null;
          }
        });
  }
}
