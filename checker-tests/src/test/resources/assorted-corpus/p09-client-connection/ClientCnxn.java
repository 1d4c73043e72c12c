package org.warden.client;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.LinkedList;
import java.util.Queue;
import java.util.concurrent.LinkedBlockingDeque;

/** Socket side of a coordination client: one sending thread, callers on any thread. */
class ClientCnxn {
  interface Transport {
    void write(Packet p) throws IOException;

    /** null when nothing came in within the time. */
    Reply poll(int millis) throws IOException;
  }

  static final class Packet {
    int xid;
    final String path;
    boolean finished;
    Reply reply;

    Packet(String path) {
      this.path = path;
    }
  }

  static final class Reply {
    final int xid;
    final long zxid;

    Reply(int xid, long zxid) {
      this.xid = xid;
      this.zxid = zxid;
    }
  }

  private final LinkedBlockingDeque<Packet> outgoing = new LinkedBlockingDeque<>();
  private final Queue<Packet> pending = new ArrayDeque<>();
  private volatile long lastZxid;
  private volatile int reconnects;
  private int xid = 1;
  private final SendThread sender;

  ClientCnxn(Transport t) {
    sender = new SendThread(t);
  }

  void start() {
    sender.start();
  }

  synchronized int getXid() {
    if (xid == Integer.MAX_VALUE) {
      xid = 1;
    }
    return xid++;
  }

  Packet submit(String path) throws InterruptedException {
    Packet p = new Packet(path);
    p.xid = getXid();
    outgoing.add(p);
    synchronized (p) {
      while (!p.finished) {
        p.wait();
      }
    }
    return p;
  }

  long lastZxid() {
    return lastZxid;
  }

  int reconnects() {
    return reconnects;
  }

  private class SendThread extends Thread {
    private final Transport transport;
    private long sent;

    SendThread(Transport transport) {
      super("send-thread");
      this.transport = transport;
      setDaemon(true);
    }

    @Override
    public void run() {
      while (!isInterrupted()) {
        try {
          Packet p = outgoing.poll();
          if (p != null) {
            pending.add(p);
            transport.write(p);
            sent++;
          }
          Reply r = transport.poll(50);
          if (r != null) {
            readResponse(r);
          }
        } catch (IOException e) {
          reconnects++;
          cleanup();
        }
      }
    }

    private void readResponse(Reply r) {
      Packet p = pending.poll();
      if (r.zxid > lastZxid) {
        lastZxid = r.zxid;
      }
      if (p != null) {
        finish(p, r);
      }
    }

    private void cleanup() {
      LinkedList<Packet> lost = new LinkedList<>(pending);
      pending.clear();
      for (Packet p : lost) {
        finish(p, null);
      }
    }

    private void finish(Packet p, Reply r) {
      synchronized (p) {
        p.reply = r;
        p.finished = true;
        p.notifyAll();
      }
    }
  }
}
