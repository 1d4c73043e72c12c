package nettyframes;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.util.ArrayDeque;
import java.util.Deque;

/** Keeps the state of one connection. */
class SessionHandler extends SimpleChannelInboundHandler<String> {

    private final ConnectionTable table;
    private final Deque<String> unacked = new ArrayDeque<>();
    private int sequence;
    private int violations;
    private boolean loggedIn;
    private String user;

    SessionHandler(ConnectionTable table) {
        this.table = table;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, String line) {
        if (!loggedIn) {
            if (!line.startsWith("LOGIN ")) {
                if (++violations > 3) {
                    ctx.close();
                }
                return;
            }
            user = line.substring(6);
            loggedIn = table.claim(user, ctx.channel());
            return;
        }
        if (line.startsWith("ACK")) {
            unacked.pollFirst();
            return;
        }
        String reply = ++sequence + " " + line;
        unacked.addLast(reply);
        ctx.writeAndFlush(reply);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        if (loggedIn) {
            table.free(user, ctx.channel());
            loggedIn = false;
        }
        unacked.clear();
    }
}
