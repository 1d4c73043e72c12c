package gg.emberfall.server;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

class NetStats {
  private final AtomicLong bytes = new AtomicLong();
  private final List<String> losses = new ArrayList<>();
  private long packets;
  private long malformed;

  void received(int length) {
    bytes.addAndGet(length);
    packets++; // RACE rmw
  }

  synchronized void malformed() {
    malformed++;
  }

  void lost(String who) {
    synchronized (losses) {
      losses.add(who);
    }
  }

  synchronized String report() {
    return packets + " packets, " + bytes.get() + " bytes, " + malformed + " malformed";
  }
}
