package io.wirecall.rpc;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

record Reply(int id, int status, byte[] body) {}

interface Channel {
  void write(int id, String method);

  Reply read();
}

/** Several reader threads take replies off their channels and complete the calls that wait. */
class RpcClient {
  private final Map<Integer, CompletableFuture<Reply>> pending = new ConcurrentHashMap<>();
  private final AtomicInteger ids = new AtomicInteger();
  private final LongAdder received = new LongAdder();
  private int errors;
  private long strays;

  void listen(ExecutorService readers, Iterable<Channel> channels) {
    for (Channel channel : channels) {
      readers.execute(
          () -> {
            int fromThisChannel = 0;
            for (Reply reply = channel.read(); reply != null; reply = channel.read()) {
              fromThisChannel++;
              received.add(fromThisChannel == 1 ? 1 : reply.body().length);
              complete(reply);
            }
          });
    }
  }

  private void complete(Reply reply) {
    CompletableFuture<Reply> call = pending.remove(reply.id());
    if (call == null) {
      strays++; // RACE rmw
      return;
    }
    call.complete(reply);
  }

  /** The counting stage runs on the reader thread that completes this call. */
  CompletableFuture<byte[]> call(Channel channel, String method) {
    int id = ids.incrementAndGet();
    CompletableFuture<Reply> reply = new CompletableFuture<>();
    pending.put(id, reply);
    channel.write(id, method);
    return reply.thenApply(
        r -> {
          if (r.status() != 0) {
            errors++; // RACE rmw
          }
          return r.body();
        });
  }

  String health() {
    return errors + " errors, " + strays + " strays, " + received.sum() + " received";
  }
}
