package nettyframes;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.atomic.AtomicInteger;

/** One instance is added to every pipeline of the server. */
@ChannelHandler.Sharable
public class FrameCounter extends ChannelInboundHandlerAdapter {

    private final AtomicInteger open = new AtomicInteger();
    private long frames;
    private volatile int peak;

    @Override
    public void channelActive(ChannelHandlerContext ctx) throws Exception {
        int now = open.incrementAndGet();
        if (now > peak) { // RACE check-then-act #2
            peak = now; // RACE check-then-act #2
        }
        super.channelActive(ctx);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) throws Exception {
        open.decrementAndGet();
        super.channelInactive(ctx);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) throws Exception {
        frames++; // RACE read-modify-write #1
        super.channelRead(ctx, msg);
    }

    public long frames() {
        return frames;
    }

    public int peak() {
        return peak;
    }
}
