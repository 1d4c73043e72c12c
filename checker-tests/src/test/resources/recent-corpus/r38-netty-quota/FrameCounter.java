package r38nettyquota;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

class FrameCounter extends ChannelInboundHandlerAdapter {

    private int frames;
    private int bursts;

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) throws Exception {
        frames++;
        super.channelRead(ctx, msg);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) throws Exception {
        if (frames > 100) {
            bursts++;
        }
        frames = 0;
        super.channelReadComplete(ctx);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) throws Exception {
        System.getLogger("frames").log(System.Logger.Level.DEBUG, "bursts {0}", bursts);
        super.channelInactive(ctx);
    }
}
