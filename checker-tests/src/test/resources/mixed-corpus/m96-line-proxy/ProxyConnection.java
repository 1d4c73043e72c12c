package proxy;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.util.AttributeKey;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/** Front side of a proxied connection; created for each channel. */
public class ProxyConnection extends ChannelInboundHandlerAdapter {

    private static final AttributeKey<long[]> BYTES = AttributeKey.valueOf("proxy.bytes");

    private final Queue<ByteBuf> beforeConnect = new ArrayDeque<>();
    private final BackendConnector connector;
    private EventLoop loop;
    private Channel backend;
    private int idleTicks;
    private int backendWrites;
    private boolean closed;

    public ProxyConnection(BackendConnector connector) {
        this.connector = connector;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        loop = ctx.channel().eventLoop();
        ctx.channel().attr(BYTES).set(new long[2]);
        connector.connect(this);
        loop.schedule(this::tick, 10, TimeUnit.SECONDS);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        ByteBuf buf = (ByteBuf) msg;
        idleTicks = 0;
        ctx.channel().attr(BYTES).get()[0] += buf.readableBytes();
        if (backend == null) {
            beforeConnect.add(buf);
        } else {
            forward(buf);
        }
    }

    private void forward(ByteBuf buf) {
        backendWrites++;
        backend.writeAndFlush(buf).addListener((ChannelFutureListener) f -> {
            if (!f.isSuccess()) {
                close();
            }
        });
    }

    /** Called by the connector, usually on another event loop. */
    void connected(Channel channel) {
        if (loop.inEventLoop()) {
            attach(channel);
        } else {
            loop.execute(() -> attach(channel));
        }
    }

    private void attach(Channel channel) {
        if (closed) {
            channel.close();
            return;
        }
        backend = channel;
        ByteBuf b;
        while ((b = beforeConnect.poll()) != null) {
            forward(b);
        }
    }

    private void tick() {
        if (closed) {
            return;
        }
        if (++idleTicks > 6) {
            doClose();
        } else {
            loop.schedule(this::tick, 10, TimeUnit.SECONDS);
        }
    }

    /** May be called by any thread. */
    public void close() {
        loop.execute(this::doClose);
    }

    private void doClose() {
        if (closed) {
            return;
        }
        closed = true;
        ByteBuf b;
        while ((b = beforeConnect.poll()) != null) {
            b.release();
        }
        if (backend != null) {
            backend.close();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        doClose();
    }

    /** Connects to the backend. */
    public interface BackendConnector {
        void connect(ProxyConnection connection);
    }
}
