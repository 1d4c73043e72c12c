package net.sweep;

import java.util.ArrayList;
import java.util.List;

/** Probes a range of addresses with a thread for each block. */
public class Sweep {
  public List<String> run(int blocks) throws InterruptedException {
    List<BlockProbe> probes = new ArrayList<>();
    for (int b = 0; b < blocks; b++) {
      BlockProbe p = new BlockProbe(b);
      probes.add(p);
      p.start();
    }
    List<String> up = new ArrayList<>();
    for (BlockProbe p : probes) {
      p.join();
      up.addAll(p.up);
    }
    up.add(Vendors.report());
    return up;
  }
}

class BlockProbe extends Thread {
  private static int live;
  private static final Object LIVE = new Object();

  final List<String> up = new ArrayList<>();
  private final int block;
  private int timeouts;

  BlockProbe(int block) {
    this.block = block;
  }

  @Override
  public void run() {
    synchronized (LIVE) {
      live++;
    }
    for (int host = 1; host < 255; host++) {
      if ((host * 31 + block) % 7 == 0) {
        timeouts++;
      } else {
        String mac = Integer.toHexString(host * block);
        up.add(block + "." + host + " " + Vendors.name(mac));
      }
    }
    if (timeouts > 100) {
      Vendors.flag(block);
    }
    synchronized (LIVE) {
      live--;
    }
  }
}
