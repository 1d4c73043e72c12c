package io.meadow.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.socket.SocketChannel;

/** A new one for every channel: the state is the event loop's of that channel. */
class LineDecoder extends ChannelInboundHandlerAdapter {
  private final StringBuilder line = new StringBuilder();
  private int lines;
  private int overflow;

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object msg) {
    ByteBuf in = (ByteBuf) msg;
    try {
      while (in.isReadable()) {
        char c = (char) in.readByte();
        if (c == '\n') {
          lines++;
          ctx.fireChannelRead(line.toString());
          line.setLength(0);
        } else if (line.length() < 8192) {
          line.append(c);
        } else {
          overflow++;
        }
      }
    } finally {
      in.release();
    }
  }
}

class GatewayInitializer extends ChannelInitializer<SocketChannel> {
  private final ConnectionLimiter limiter = new ConnectionLimiter(1000);

  @Override
  protected void initChannel(SocketChannel ch) {
    ch.pipeline().addLast(limiter).addLast(new LineDecoder());
  }
}
