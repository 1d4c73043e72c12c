package nio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** One thread selects, reads, writes and counts. Others only leave tasks. */
public final class Reactor implements Runnable {
  private final Selector selector;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final Map<SocketChannel, Conversation> conversations = new HashMap<>();
  private long selects;
  private int accepted;
  private int closed;
  private volatile boolean stopped;

  private Reactor(Selector selector) {
    this.selector = selector;
  }

  public static Reactor open(ServerSocketChannel server) throws IOException {
    Selector s = Selector.open();
    server.configureBlocking(false);
    server.register(s, SelectionKey.OP_ACCEPT);
    Reactor r = new Reactor(s);
    Thread t = new Thread(r, "reactor");
    t.start();
    return r;
  }

  /** From any thread. */
  public void execute(Runnable task) {
    tasks.add(task);
    selector.wakeup();
  }

  /** From any thread: the broadcast is done by the reactor. */
  public void broadcast(String text) {
    execute(() -> {
      for (Conversation c : conversations.values()) {
        c.say(text);
      }
    });
  }

  public void report(StringBuilder into) {
    execute(() -> into.append(selects).append(' ').append(accepted - closed));
  }

  @Override
  public void run() {
    while (!stopped) {
      try {
        selector.select(1000);
        selects++;
        Iterator<SelectionKey> it = selector.selectedKeys().iterator();
        while (it.hasNext()) {
          SelectionKey key = it.next();
          it.remove();
          handle(key);
        }
        for (Runnable r; (r = tasks.poll()) != null;) {
          r.run();
        }
      } catch (IOException e) {
        closed++;
      }
    }
  }

  private void handle(SelectionKey key) throws IOException {
    if (key.isAcceptable()) {
      SocketChannel ch = ((ServerSocketChannel) key.channel()).accept();
      ch.configureBlocking(false);
      ch.register(selector, SelectionKey.OP_READ);
      conversations.put(ch, new Conversation());
      accepted++;
    } else if (key.isReadable()) {
      SocketChannel ch = (SocketChannel) key.channel();
      Conversation c = conversations.get(ch);
      ByteBuffer in = ByteBuffer.allocate(512);
      if (ch.read(in) < 0) {
        conversations.remove(ch);
        ch.close();
        closed++;
      } else {
        c.heard(in.position());
        ch.write(ByteBuffer.wrap(c.drain()));
      }
    }
  }

  public void stop() {
    stopped = true;
    selector.wakeup();
  }
}
