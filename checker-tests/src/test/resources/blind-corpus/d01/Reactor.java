package net.singlefile.loop;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** One selector, one thread; other threads hand work over with {@link #execute}. */
public final class Reactor implements Runnable {
  private static final class Peer {
    final Queue<ByteBuffer> out = new ArrayDeque<>();
    long read;
    long written;
  }

  private final Selector selector;
  private final Thread thread = new Thread(this, "reactor");
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final Map<SocketChannel, Peer> peers = new HashMap<>();
  private volatile int connected;
  private volatile boolean running = true;
  private long turns;
  private int executed;

  public Reactor(int port) throws IOException {
    selector = Selector.open();
    ServerSocketChannel s = ServerSocketChannel.open().bind(new InetSocketAddress(port));
    s.configureBlocking(false);
    s.register(selector, SelectionKey.OP_ACCEPT);
  }

  public void start() {
    thread.start();
  }

  public void execute(Runnable task) {
    if (Thread.currentThread() == thread) {
      task.run();
      return;
    }
    tasks.add(task);
    selector.wakeup();
  }

  public void broadcast(byte[] data) {
    execute(() -> {
      for (Map.Entry<SocketChannel, Peer> e : peers.entrySet()) {
        if (e.getValue().out.isEmpty()) {
          e.getKey().keyFor(selector).interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        }
        e.getValue().out.add(ByteBuffer.wrap(data));
      }
    });
  }

  @Override
  public void run() {
    while (running) {
      try {
        selector.select(1000);
        turns++;
        while (!tasks.isEmpty()) {
          tasks.poll().run();
          executed++;
        }
        for (Iterator<SelectionKey> it = selector.selectedKeys().iterator(); it.hasNext(); ) {
          SelectionKey k = it.next();
          it.remove();
          handle(k);
        }
      } catch (IOException e) {
        running = false;
      }
    }
    System.out.println(turns + " turns, " + executed + " tasks");
  }

  private void handle(SelectionKey k) throws IOException {
    if (k.isAcceptable()) {
      SocketChannel c = ((ServerSocketChannel) k.channel()).accept();
      c.configureBlocking(false);
      c.register(selector, SelectionKey.OP_READ);
      peers.put(c, new Peer());
      connected++;
      return;
    }
    SocketChannel c = (SocketChannel) k.channel();
    Peer p = peers.get(c);
    if (k.isReadable()) {
      int n = c.read(ByteBuffer.allocate(512));
      if (n < 0) {
        peers.remove(c);
        connected--;
        c.close();
        return;
      }
      p.read += n;
    }
    if (k.isWritable()) {
      ByteBuffer b = p.out.peek();
      if (b != null) {
        p.written += c.write(b);
        if (!b.hasRemaining()) {
          p.out.poll();
        }
      }
      if (p.out.isEmpty()) {
        k.interestOps(SelectionKey.OP_READ);
      }
    }
  }

  public int connected() {
    return connected;
  }

  public void stop() {
    execute(() -> running = false);
  }
}
