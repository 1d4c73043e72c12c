package org.tern.wire;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** One per channel (see the initializer); closes chatty peers. */
public class FrameLimitHandler extends ChannelInboundHandlerAdapter {
    private final long maxBytes;
    private long seen;
    private int frames;

    public FrameLimitHandler(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) throws Exception {
        if (msg instanceof ByteBuf) {
            seen += ((ByteBuf) msg).readableBytes();
            frames++;
            if (seen > maxBytes) {
                ((ByteBuf) msg).release();
                ctx.close();
                return;
            }
        }
        super.channelRead(ctx, msg);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) throws Exception {
        if (frames > 0) {
            seen = 0;
            frames = 0;
        }
        super.channelInactive(ctx);
    }
}
