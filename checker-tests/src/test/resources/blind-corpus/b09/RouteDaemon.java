package net.hopline.routes;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

final class RouteDaemon {
  private final RouteTable table = new RouteTable();
  private final ListenerList<String> changes = new ListenerList<>();
  private final ScheduledExecutorService timers = Executors.newScheduledThreadPool(4);
  private volatile int probes;
  private volatile int lostPeers;

  void start(String... peers) {
    for (String p : peers) {
      timers.scheduleWithFixedDelay(() -> peer(p), 0, 30, TimeUnit.SECONDS);
    }
    timers.scheduleWithFixedDelay(() -> {
      probes++;
      table.refreshHops();
    }, 1, 1, TimeUnit.SECONDS);
  }

  private void peer(String peer) {
    if (peer.isEmpty()) {
      lostPeers++; // RACE rmw
      return;
    }
    table.add(new RouteTable.Route(peer, peer, 1));
    table.reweigh(peer, 1);
    table.alias(peer, "10." + peer);
    changes.add(System.out::println);
    changes.fire(peer);
  }

  int probes() {
    return probes;
  }

  int lostPeers() {
    return lostPeers;
  }
}
