package dev.linehub.gauge;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.AttributeKey;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;

/** One instance sits in the pipelines of all connections. */
@Sharable
public class ConnectionGauge extends ChannelInboundHandlerAdapter {
  private static final AttributeKey<Traffic> TRAFFIC = AttributeKey.valueOf("traffic");

  /** What one connection did. */
  static final class Traffic {
    long reads;
    long idleEvents;
  }

  private final Map<String, Integer> perHost = new HashMap<>();
  private int open;
  private long total;

  @Override
  public void channelActive(ChannelHandlerContext ctx) throws Exception {
    open++; // RACE rmw
    ctx.channel().attr(TRAFFIC).set(new Traffic());
    String host = ((InetSocketAddress) ctx.channel().remoteAddress()).getHostString();
    perHost.merge(host, 1, Integer::sum); // RACE unsafe-collection
    synchronized (this) {
      total++;
    }
    super.channelActive(ctx);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object msg) throws Exception {
    Traffic traffic = ctx.channel().attr(TRAFFIC).get();
    traffic.reads++;
    super.channelRead(ctx, msg);
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object evt) throws Exception {
    ctx.channel().attr(TRAFFIC).get().idleEvents += 1;
    super.userEventTriggered(ctx, evt);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) throws Exception {
    open--; // RACE rmw
    super.channelInactive(ctx);
  }

  public int open() {
    return open;
  }

  public synchronized long total() {
    return total;
  }
}
