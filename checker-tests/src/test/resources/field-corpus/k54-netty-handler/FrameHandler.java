package k54;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.ArrayDeque;
import java.util.Queue;

/** One per channel: the initializer makes it. */
public class FrameHandler extends ChannelInboundHandlerAdapter {
    private final ConnectionCounter counter;
    private final Queue<Object> early = new ArrayDeque<>();
    private int frames;
    private boolean handshaken;
    private long lastRead;

    FrameHandler(ConnectionCounter counter) {
        this.counter = counter;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) throws Exception {
        frames++;
        lastRead = System.nanoTime();
        if (!handshaken) {
            early.add(msg);
            if (early.size() >= 2) {
                handshaken = true;
                for (Object m; (m = early.poll()) != null; ) {
                    super.channelRead(ctx, m);
                }
            }
            return;
        }
        super.channelRead(ctx, msg);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) throws Exception {
        counter.closed(frames);
        frames = 0;
        super.channelInactive(ctx);
    }
}
