package mq.session;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.AttributeKey;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Shared by all channels; what belongs to one channel is an attribute of that channel. */
@ChannelHandler.Sharable
public class SessionHandler extends ChannelDuplexHandler {
    static final class Session {
        int reads;
        int writes;
        final Map<Integer, Object> inFlight = new TreeMap<>();
        int nextPacket = 1;
    }

    private static final AttributeKey<Session> SESSION = AttributeKey.valueOf("session");

    private final Map<String, Integer> perHost = new ConcurrentHashMap<>();
    private volatile long lastRead;
    private long errors;
    private int nextSession;

    @Override
    public void channelActive(ChannelHandlerContext ctx) throws Exception {
        ctx.channel().attr(SESSION).set(new Session());
        nextSession++; // RACE rmw
        perHost.merge(String.valueOf(ctx.channel().remoteAddress()), 1, Integer::sum);
        super.channelActive(ctx);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) throws Exception {
        Session s = ctx.channel().attr(SESSION).get();
        s.reads++;
        s.inFlight.remove(s.reads);
        lastRead = System.nanoTime();
        super.channelRead(ctx, msg);
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object msg, ChannelPromise promise) throws Exception {
        Session s = ctx.channel().attr(SESSION).get();
        s.writes++;
        int id = s.nextPacket++;
        if (s.nextPacket > 0xffff) {
            s.nextPacket = 1;
        }
        s.inFlight.put(id, msg);
        super.write(ctx, msg, promise);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        errors += 1; // RACE rmw
        ctx.close();
    }

    public String stats() {
        return nextSession + " sessions, " + errors + " errors, last " + lastRead;
    }
}
