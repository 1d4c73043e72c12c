package org.example.netty.codec;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.CompositeByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.socket.SocketChannel;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** Joins fragments of one connection to messages and answers pings. */
public class FrameAggregator extends ChannelInboundHandlerAdapter {

    private final int maxFrame;
    private final LongAdder totalFrames;
    private final Map<Integer, CompositeByteBuf> streams = new HashMap<>();
    private final Queue<ByteBuf> pending = new ArrayDeque<>();
    private int discarded;
    private long cumulated;
    private int idleTicks;
    private boolean reading;

    FrameAggregator(int maxFrame, LongAdder totalFrames) {
        this.maxFrame = maxFrame;
        this.totalFrames = totalFrames;
    }

    /** Sets up the pipeline of each accepted channel. */
    public static final class Initializer extends ChannelInitializer<SocketChannel> {
        private final LongAdder totalFrames = new LongAdder();

        @Override
        protected void initChannel(SocketChannel ch) {
            ChannelPipeline p = ch.pipeline();
            p.addLast("aggregator", new FrameAggregator(1 << 16, totalFrames));
        }
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        ctx.executor().scheduleAtFixedRate(() -> {
            if (!reading) {
                idleTicks++;
            }
            if (idleTicks > 10) {
                ctx.close();
            }
        }, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        reading = true;
        idleTicks = 0;
        ByteBuf in = (ByteBuf) msg;
        cumulated += in.readableBytes();
        if (in.readableBytes() > maxFrame) {
            discarded++;
            in.release();
            return;
        }
        int stream = in.readInt();
        CompositeByteBuf buf = streams.get(stream);
        if (buf == null) {
            buf = ctx.alloc().compositeBuffer();
            streams.put(stream, buf);
        }
        boolean last = in.readBoolean();
        buf.addComponent(true, in);
        if (last) {
            totalFrames.increment();
            streams.remove(stream);
            pending.add(buf);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        ByteBuf b;
        while ((b = pending.poll()) != null) {
            ctx.fireChannelRead(b);
        }
        reading = false;
        ctx.fireChannelReadComplete();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        streams.values().forEach(ByteBuf::release);
        streams.clear();
        System.getLogger("netty").log(System.Logger.Level.DEBUG,
                "closed: {0} bytes, {1} discarded", cumulated, discarded);
        ctx.fireChannelInactive();
    }
}
