package nio;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** State of a connection, on the reactor's thread. */
final class Conversation {
  private enum Phase { GREETING, TALKING }

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private Phase phase = Phase.GREETING;
  private long bytes;
  private int lines;

  void heard(int n) {
    bytes += n;
    if (phase == Phase.GREETING) {
      phase = Phase.TALKING;
      say("hello");
    }
  }

  void say(String text) {
    byte[] b = (++lines + " " + text + "\n").getBytes(StandardCharsets.UTF_8);
    out.write(b, 0, b.length);
  }

  byte[] drain() {
    byte[] b = out.toByteArray();
    out.reset();
    return b;
  }
}
