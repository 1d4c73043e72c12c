package io.wirelet.codec;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public final class Server {
  private final ExecutorService loops = Executors.newCachedThreadPool();
  private final DecoderStats stats = new DecoderStats();
  private final List<Connection> connections = new CopyOnWriteArrayList<>();

  private final class Connection implements Runnable {
    private final SocketChannel channel;
    private final FrameDecoder decoder = new FrameDecoder(stats);
    private final ByteBuffer buffer = ByteBuffer.allocate(1024);
    private int reads;

    Connection(SocketChannel channel) {
      this.channel = channel;
    }

    @Override
    public void run() {
      stats.connected();
      try (channel) {
        while (channel.read(buffer.clear()) >= 0) {
          reads++;
          buffer.flip();
          for (byte[] frame : decoder.decode(buffer)) {
            channel.write(ByteBuffer.wrap(frame));
          }
        }
      } catch (IOException e) {
        System.err.println("lost after " + reads + " reads");
      } finally {
        connections.remove(this);
        stats.gone();
      }
    }
  }

  public void listen(int port) throws IOException {
    try (ServerSocketChannel s = ServerSocketChannel.open().bind(new InetSocketAddress(port))) {
      while (true) {
        Connection c = new Connection(s.accept());
        connections.add(c);
        loops.execute(c);
      }
    }
  }

  public String report() {
    long n = 0;
    int waiting = 0;
    for (Connection c : connections) {
      n += c.decoder.frames();
      waiting += c.decoder.pending();
    }
    return stats + ", live " + n + " frames, " + waiting + " bytes waiting";
  }
}
