package org.tern.wire;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;

public class WireInitializer extends ChannelInitializer<Channel> {
    private final TrafficHandler traffic = new TrafficHandler();

    @Override
    protected void initChannel(Channel ch) {
        ch.pipeline().addLast(traffic);
        ch.pipeline().addLast(new FrameLimitHandler(16L << 20));
    }
}
