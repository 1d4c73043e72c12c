package r38nettyquota;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.AttributeKey;
import java.net.SocketAddress;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

@ChannelHandler.Sharable
class QuotaHandler extends ChannelInboundHandlerAdapter {

    private static final AttributeKey<long[]> USED = AttributeKey.valueOf("quota.used");

    private final long limit;
    private final AtomicInteger open = new AtomicInteger();
    private final ConcurrentMap<String, AtomicLong> reads = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, AtomicLong> connects = new ConcurrentHashMap<>();
    private long bytes;

    QuotaHandler(long limit) {
        this.limit = limit;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) throws Exception {
        open.incrementAndGet();
        ctx.channel().attr(USED).set(new long[1]);
        connects.computeIfAbsent(host(ctx), h -> new AtomicLong()).incrementAndGet();
        super.channelActive(ctx);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) throws Exception {
        if (open.decrementAndGet() == 0) {
            System.getLogger("quota").log(System.Logger.Level.INFO, "idle after {0} bytes", bytes);
        }
        super.channelInactive(ctx);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) throws Exception {
        int n = msg instanceof ByteBuf ? ((ByteBuf) msg).readableBytes() : 0;
        bytes += n; // RACE rmw
        String host = host(ctx);
        AtomicLong counter = reads.get(host); // RACE check-then-act #1
        if (counter == null) {
            counter = new AtomicLong();
            reads.put(host, counter); // RACE check-then-act #1
        }
        counter.incrementAndGet();
        long[] used = ctx.channel().attr(USED).get();
        used[0] += n;
        if (used[0] > limit) {
            ctx.close();
            return;
        }
        super.channelRead(ctx, msg);
    }

    private static String host(ChannelHandlerContext ctx) {
        SocketAddress remote = ctx.channel().remoteAddress();
        return remote == null ? "?" : remote.toString().replaceAll(":\\d+$", "");
    }
}
