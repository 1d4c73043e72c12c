package io.bytehive.buffers;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

final class Acceptor {
  private final BufferPool pool = new BufferPool(64);
  private final WriteQueue queue = new WriteQueue(pool);
  private final ExecutorService io = Executors.newFixedThreadPool(4);

  void serve(byte[][] messages) {
    for (byte[] m : messages) {
      io.execute(() -> {
        queue.write(m);
        pool.giveLarge(pool.takeLarge(m.length));
      });
    }
    io.shutdown();
  }
}
