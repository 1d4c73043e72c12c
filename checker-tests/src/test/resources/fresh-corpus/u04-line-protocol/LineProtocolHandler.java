package dev.linehub.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Splits the byte stream of one connection into lines and answers each. */
class LineProtocolHandler extends SimpleChannelInboundHandler<ByteBuf> {
  private static final Logger log = LoggerFactory.getLogger(LineProtocolHandler.class);
  private static final int MAX_LINE = 4096;

  private final ServerStats stats;
  private final StringBuilder line = new StringBuilder();
  private final Deque<String> history = new ArrayDeque<>();
  private int lines;
  private long bytes;
  private int violations;

  LineProtocolHandler(ServerStats stats) {
    this.stats = stats;
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    stats.opened.increment();
    lines = 0;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, ByteBuf in) {
    bytes += in.readableBytes();
    while (in.isReadable()) {
      char c = (char) in.readByte();
      if (c == '\n') {
        finish(ctx);
      } else if (line.length() < MAX_LINE) {
        line.append(c);
      } else if (violations++ == 0) {
        log.warn("{} sends overlong lines", ctx.channel());
      }
    }
  }

  private void finish(ChannelHandlerContext ctx) {
    String text = line.toString();
    line.setLength(0);
    lines++;
    history.addLast(text);
    if (history.size() > 16) {
      history.removeFirst();
    }
    stats.lines.increment();
    ctx.write(ctx.alloc().buffer().writeBytes((lines + " ok\n").getBytes(StandardCharsets.US_ASCII)));
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    ctx.flush();
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    stats.bytes.add(bytes);
    bytes = 0;
    history.clear();
  }
}

class ServerStats {
  final LongAdder opened = new LongAdder();
  final LongAdder lines = new LongAdder();
  final LongAdder bytes = new LongAdder();
}

class LineProtocolInitializer extends ChannelInitializer<SocketChannel> {
  private final ServerStats stats = new ServerStats();

  @Override
  protected void initChannel(SocketChannel channel) {
    channel.pipeline().addLast("lines", new LineProtocolHandler(stats));
  }
}
