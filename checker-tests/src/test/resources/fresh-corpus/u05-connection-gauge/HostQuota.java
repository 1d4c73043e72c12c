package dev.linehub.gauge;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.net.InetSocketAddress;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Closes connections beyond a number per host. */
@Sharable
public class HostQuota extends ChannelInboundHandlerAdapter {
  private final ConcurrentMap<String, Integer> perHost = new ConcurrentHashMap<>();
  private final AtomicInteger refused = new AtomicInteger();
  private final int limit;

  public HostQuota(int limit) {
    this.limit = limit;
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) throws Exception {
    int now = perHost.merge(host(ctx), 1, Integer::sum);
    if (now > limit) {
      refused.incrementAndGet();
      ctx.close();
      return;
    }
    super.channelActive(ctx);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) throws Exception {
    perHost.computeIfPresent(host(ctx), (h, n) -> n == 1 ? null : n - 1);
    super.channelInactive(ctx);
  }

  private static String host(ChannelHandlerContext ctx) {
    return ((InetSocketAddress) ctx.channel().remoteAddress()).getHostString();
  }
}
