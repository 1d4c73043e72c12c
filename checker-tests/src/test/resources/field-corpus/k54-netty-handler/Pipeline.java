package k54;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;

public class Pipeline extends ChannelInitializer<Channel> {
    private final ConnectionCounter counter = new ConnectionCounter();

    @Override
    protected void initChannel(Channel ch) {
        ch.pipeline().addLast(counter);
        ch.pipeline().addLast(new FrameHandler(counter));
    }
}
