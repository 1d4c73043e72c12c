package r38nettyquota;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;

/** Pipeline of the device gateway; the quota handler is shared by all channels. */
public class GatewayInitializer extends ChannelInitializer<Channel> {

    private final QuotaHandler quota = new QuotaHandler(1_000_000);

    @Override
    protected void initChannel(Channel channel) {
        channel.pipeline()
                .addLast("quota", quota)
                .addLast("frames", new FrameCounter());
    }
}
