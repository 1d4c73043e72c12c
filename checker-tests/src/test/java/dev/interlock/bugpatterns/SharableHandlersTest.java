package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Handlers that several connections may have in common. */
final class SharableHandlersTest {
  private static final String ANNOTATION =
      """
      package io.netty.channel;

      public interface ChannelHandler {
        @interface Sharable {}
      }
      """;

  @Test
  void handlerThatIsSharedCountsForAllConnections() {
    CheckTester.of(
            ANNOTATION,
            """
            import io.netty.channel.ChannelHandler.Sharable;
            import java.net.Socket;
            import java.util.function.Consumer;

            @Sharable
            class Meter implements Consumer<Socket> {
              private int bytes;

              @Override
              public void accept(Socket connection) {
                bytes += connection.getPort(); // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void handlerThatKeepsItsConnectionServesOneAtATime() {
    CheckTester.of(
            ANNOTATION,
            """
            import io.netty.channel.ChannelHandler.Sharable;
            import java.net.InetAddress;
            import java.net.Socket;
            import java.util.function.Consumer;

            @Sharable
            class Session implements Consumer<Socket> {
              private Socket connection;
              private int bytes;

              @Override
              public void accept(Socket connection) {
                this.connection = connection;
                bytes += connection.getPort();
              }
            }

            @Sharable
            class Peer implements Consumer<Socket> {
              private InetAddress address;
              private int bytes;

              @Override
              public void accept(Socket connection) {
                address = connection.getInetAddress();
                bytes += connection.getPort();
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
