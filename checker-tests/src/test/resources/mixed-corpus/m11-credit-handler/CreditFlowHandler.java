package credits;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import java.util.ArrayDeque;
import java.util.Deque;

/** Credit based flow control of one connection. A new instance per channel. */
public class CreditFlowHandler extends ChannelDuplexHandler {

    private final ConnectionTotals totals;
    private final Deque<Pending> queue = new ArrayDeque<>();
    private int credits;
    private long queuedBytes;
    private ChannelHandlerContext ctx;

    public CreditFlowHandler(ConnectionTotals totals, int initial) {
        this.totals = totals;
        this.credits = initial;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        this.ctx = context;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object msg) {
        if (msg instanceof Credit credit) {
            credits += credit.amount();
            drain();
        } else {
            totals.received();
            context.fireChannelRead(msg);
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object msg, ChannelPromise promise) {
        if (msg instanceof ByteBuf buf && (credits == 0 || !queue.isEmpty())) {
            queue.addLast(new Pending(buf, promise));
            queuedBytes += buf.readableBytes();
            return;
        }
        if (msg instanceof ByteBuf buf) {
            credits--;
            totals.sent(buf.readableBytes());
        }
        context.write(msg, promise);
    }

    private void drain() {
        while (credits > 0) {
            Pending next = queue.pollFirst();
            if (next == null) {
                return;
            }
            int n = next.buf().readableBytes();
            queuedBytes -= n;
            credits--;
            totals.sent(n);
            ctx.writeAndFlush(next.buf(), next.promise());
        }
    }

    /** Grants credits from outside of the connection, e.g. by an operator. */
    public void grant(int amount) {
        ctx.executor().execute(() -> {
            credits += amount;
            drain();
        });
    }

    /** Takes credits back; called by the admission controller's own thread. */
    public void revoke(int amount) {
        credits = Math.max(0, credits - amount); // RACE rmw #1
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        Pending p;
        while ((p = queue.pollFirst()) != null) {
            p.buf().release();
            p.promise().tryFailure(new IllegalStateException("inactive"));
        }
        queuedBytes = 0;
        super.channelInactive(context);
    }

    /** A credit message of the peer. */
    public record Credit(int amount) {
    }

    private record Pending(ByteBuf buf, ChannelPromise promise) {
    }
}
