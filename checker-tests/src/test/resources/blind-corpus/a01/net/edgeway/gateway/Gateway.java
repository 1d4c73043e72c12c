package net.edgeway.gateway;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Accepts connections on one thread and serves each of them on a worker. */
public final class Gateway implements Runnable, AutoCloseable {
  private final ServerSocket server;
  private final ExecutorService workers = Executors.newFixedThreadPool(32);
  private final BucketRegistry buckets;
  private final AbuseWindow abuse = new AbuseWindow(TimeUnit.SECONDS.toNanos(10), 200);
  private final Thread acceptor = new Thread(this, "acceptor");
  private long accepted;
  private int rejected;

  public Gateway(ServerSocket server, BucketRegistry buckets) {
    this.server = server;
    this.buckets = buckets;
  }

  public void open() {
    acceptor.start();
  }

  @Override
  public void run() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        accepted++;
        workers.execute(() -> serve(socket));
      } catch (IOException e) {
        break;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      String client = socket.getInetAddress().getHostAddress();
      if (!abuse.record(client, System.nanoTime()) || !buckets.allow(client)) {
        rejected++; // RACE rmw
        socket.getOutputStream().write("429\n".getBytes());
        return;
      }
      socket.getOutputStream().write("200\n".getBytes());
    } catch (IOException e) {
      // the peer went away
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    server.close();
    acceptor.join();
    workers.shutdown();
    System.out.println(accepted + " accepted, " + rejected + " rejected");
  }
}
