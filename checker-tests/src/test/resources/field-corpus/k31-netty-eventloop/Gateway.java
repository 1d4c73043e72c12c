package k31;

import io.netty.util.concurrent.DefaultEventExecutorGroup;
import io.netty.util.concurrent.EventExecutorGroup;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

public class Gateway {
    private final EventExecutorGroup group = new DefaultEventExecutorGroup(8);
    private final Map<String, ChannelState> channels = new ConcurrentHashMap<>();

    public ChannelState open(String peer) {
        ChannelState s = new ChannelState(group.next());
        ChannelState old = channels.putIfAbsent(peer, s);
        return old == null ? s : old;
    }

    public void start() {
        group.next().scheduleAtFixedRate(() -> channels.values().forEach(ChannelState::flush), 10, 10, TimeUnit.MILLISECONDS);
    }

    public void broadcast(String frame) {
        channels.forEach((peer, s) -> s.send(frame, () -> { }));
    }

    public void close() {
        group.shutdownGracefully();
    }
}
