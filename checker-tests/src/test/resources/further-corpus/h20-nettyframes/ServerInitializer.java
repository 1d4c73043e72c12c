package nettyframes;

import io.netty.channel.ChannelInitializer;
import io.netty.channel.socket.SocketChannel;

public class ServerInitializer extends ChannelInitializer<SocketChannel> {

    private final FrameCounter counter = new FrameCounter();
    private final ConnectionTable table = new ConnectionTable();

    @Override
    protected void initChannel(SocketChannel ch) {
        ch.pipeline().addLast(counter);
        ch.pipeline().addLast(new SessionHandler(table));
    }
}
