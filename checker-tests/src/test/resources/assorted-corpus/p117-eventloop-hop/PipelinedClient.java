package io.meadow.redis;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** One per connection; user threads hop onto the event loop before they touch the queue. */
class PipelinedClient extends ChannelDuplexHandler {
  static final class Pending {
    final String command;
    final CompletableFuture<String> reply = new CompletableFuture<>();
    int retries;

    Pending(String command) {
      this.command = command;
    }
  }

  private final Queue<Pending> inFlight = new ArrayDeque<>();
  private final LongAdder submitted = new LongAdder();
  private volatile ChannelHandlerContext ctx;
  private volatile int depth;
  private int written;
  private int timeouts;

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    this.ctx = ctx;
  }

  CompletableFuture<String> send(String command) {
    submitted.increment();
    Pending p = new Pending(command);
    ChannelHandlerContext c = ctx;
    if (c.executor().inEventLoop()) {
      enqueue(c, p);
    } else {
      c.executor().execute(() -> enqueue(c, p));
    }
    return p.reply;
  }

  private void enqueue(ChannelHandlerContext c, Pending p) {
    inFlight.add(p);
    depth++;
    c.writeAndFlush(p.command);
    c.executor().schedule(() -> timeout(p), 5, TimeUnit.SECONDS);
  }

  private void timeout(Pending p) {
    if (!p.reply.isDone() && inFlight.remove(p)) {
      timeouts++;
      depth--;
      if (p.retries++ < 2) {
        enqueue(ctx, p);
      } else {
        p.reply.completeExceptionally(new java.util.concurrent.TimeoutException(p.command));
      }
    }
  }

  @Override
  public void write(ChannelHandlerContext c, Object msg, ChannelPromise promise) throws Exception {
    written++;
    super.write(c, msg, promise);
  }

  @Override
  public void channelRead(ChannelHandlerContext c, Object msg) {
    Pending p = inFlight.poll();
    if (p != null) {
      depth--;
      p.reply.complete(String.valueOf(msg));
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext c) {
    Pending p;
    while ((p = inFlight.poll()) != null) {
      depth--;
      p.reply.completeExceptionally(new IllegalStateException("closed"));
    }
  }

  int depth() {
    return depth;
  }
}
