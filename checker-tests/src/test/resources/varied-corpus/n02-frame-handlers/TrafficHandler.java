package org.tern.wire;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** The same instance sits in the pipelines of all channels. */
@Sharable
public class TrafficHandler extends ChannelInboundHandlerAdapter {
    private final LongAdder bytes = new LongAdder();
    private final Map<String, Long> lastSeen = new HashMap<>();
    private int connections;

    @Override
    public void channelActive(ChannelHandlerContext ctx) throws Exception {
        connections++; // RACE rmw #1
        super.channelActive(ctx);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) throws Exception {
        connections--; // RACE rmw #1
        super.channelInactive(ctx);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) throws Exception {
        if (msg instanceof ByteBuf) {
            bytes.add(((ByteBuf) msg).readableBytes());
            lastSeen.put(ctx.channel().id().asShortText(), System.nanoTime()); // RACE unsafe-collection
        }
        super.channelRead(ctx, msg);
    }

    public int connections() {
        return connections;
    }

    public long bytes() {
        return bytes.sum();
    }
}
