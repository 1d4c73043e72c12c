package k54;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The same instance sits in all pipelines. */
@Sharable
public class ConnectionCounter extends ChannelInboundHandlerAdapter {
    private final Set<String> peers = ConcurrentHashMap.newKeySet();
    private final Set<String> banned = new HashSet<>();
    private int connections;
    private long framesOfClosed;

    @Override
    public void channelActive(ChannelHandlerContext ctx) throws Exception {
        connections++; // RACE rmw #1
        peers.add(String.valueOf(ctx.channel().remoteAddress()));
        super.channelActive(ctx);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) throws Exception {
        connections--; // RACE rmw #1
        peers.remove(String.valueOf(ctx.channel().remoteAddress()));
        super.channelInactive(ctx);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        synchronized (banned) {
            banned.add(String.valueOf(ctx.channel().remoteAddress()));
        }
        ctx.close();
    }

    void closed(int frames) {
        framesOfClosed += frames; // RACE rmw #2
    }
}
