package io.meadow.gateway;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** One instance in the pipelines of all channels. */
@Sharable
public class ConnectionLimiter extends ChannelInboundHandlerAdapter {
  private final int max;
  private final AtomicInteger connections = new AtomicInteger();
  private final Map<String, Integer> perHost = new ConcurrentHashMap<>();
  private long bytesIn;
  private int refused;

  public ConnectionLimiter(int max) {
    this.max = max;
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) throws Exception {
    if (connections.incrementAndGet() > max) {
      refused++; // RACE rmw
      ctx.close();
      return;
    }
    String host = String.valueOf(ctx.channel().remoteAddress());
    perHost.compute(host, (h, n) -> n == null ? 1 : n + 1);
    ctx.fireChannelActive();
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) throws Exception {
    connections.decrementAndGet();
    String host = String.valueOf(ctx.channel().remoteAddress());
    Integer n = perHost.get(host); // RACE check-then-act #1
    if (n != null) {
      if (n == 1) {
        perHost.remove(host); // RACE check-then-act #1
      } else {
        perHost.put(host, n - 1); // RACE check-then-act #1
      }
    }
    ctx.fireChannelInactive();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object msg) {
    if (msg instanceof byte[] b) {
      bytesIn += b.length; // RACE rmw
    }
    ctx.fireChannelRead(msg);
  }

  public Map<String, Integer> snapshot() {
    return new HashMap<>(perHost);
  }
}
