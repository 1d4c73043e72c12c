package credits;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.atomic.AtomicLong;

/** Totals over all connections of a server; one instance is added to every pipeline. */
@ChannelHandler.Sharable
public class ConnectionTotals extends ChannelInboundHandlerAdapter {

    private final AtomicLong sentBytes = new AtomicLong();
    private final AtomicLong received = new AtomicLong();
    private int open;
    private volatile int mostOpen;

    @Override
    public void channelActive(ChannelHandlerContext ctx) throws Exception {
        synchronized (this) {
            open++;
            if (open > mostOpen) {
                mostOpen = open;
            }
        }
        super.channelActive(ctx);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) throws Exception {
        open--; // RACE wrong-lock #2
        super.channelInactive(ctx);
    }

    void sent(int bytes) {
        sentBytes.addAndGet(bytes);
    }

    void received() {
        received.incrementAndGet();
    }

    public int mostOpen() {
        return mostOpen;
    }

    public long[] snapshotAndReset() {
        return new long[] {sentBytes.getAndSet(0), received.getAndSet(0)};
    }
}
