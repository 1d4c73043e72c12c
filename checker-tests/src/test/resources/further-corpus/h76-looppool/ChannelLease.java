package looppool;

import io.netty.channel.Channel;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

final class ChannelLease {

    private static final AtomicIntegerFieldUpdater<ChannelLease> RELEASED =
            AtomicIntegerFieldUpdater.newUpdater(ChannelLease.class, "released");

    final Channel channel;
    private volatile int released;

    ChannelLease(Channel channel) {
        this.channel = channel;
    }

    boolean markReleased() {
        return RELEASED.getAndSet(this, 1) == 0;
    }
}
