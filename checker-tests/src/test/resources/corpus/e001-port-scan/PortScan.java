package net.netaudit.scan;

import java.util.ArrayList;
import java.util.List;

interface Probe {
  boolean open(String host, int port);
}

/** Scans a host with one thread per block of ports. */
class PortScan {
  private final Probe probe;
  private int scanned;
  private String openPorts = "";

  PortScan(Probe probe) {
    this.probe = probe;
  }

  String scan(String host, int blocks) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int b = 0; b < blocks; b++) {
      int first = b * 1024;
      Thread thread = new Thread(() -> scanBlock(host, first), "scan-" + b);
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return openPorts;
  }

  private void scanBlock(String host, int first) {
    for (int port = first; port < first + 1024; port++) {
      if (probe.open(host, port)) {
        openPorts += port + " "; // RACE rmw
      }
      scanned++; // RACE rmw
    }
  }

  int scanned() {
    return scanned;
  }
}

/** Each thread counts in its own block; the blocks are added up after the joins. */
class BlockScan {
  private final Probe probe;
  private int scanned;

  BlockScan(Probe probe) {
    this.probe = probe;
  }

  private final class Block implements Runnable {
    private final String host;
    private final int first;
    private final StringBuilder open = new StringBuilder();
    private int ports;

    Block(String host, int first) {
      this.host = host;
      this.first = first;
    }

    @Override
    public void run() {
      for (int port = first; port < first + 1024; port++) {
        ports++;
        if (probe.open(host, port)) {
          open.append(port).append(' ');
        }
      }
    }
  }

  String scan(String host, int count) throws InterruptedException {
    Block[] blocks = new Block[count];
    Thread[] threads = new Thread[count];
    for (int b = 0; b < count; b++) {
      blocks[b] = new Block(host, b * 1024);
      threads[b] = new Thread(blocks[b]);
      threads[b].start();
    }
    StringBuilder all = new StringBuilder();
    for (int b = 0; b < count; b++) {
      threads[b].join();
      all.append(blocks[b].open);
      scanned += blocks[b].ports;
    }
    return all.toString();
  }

  int scanned() {
    return scanned;
  }
}
