package io.fieldbus.registry;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.nio.ByteBuffer;

/** One instance and one thread per port. */
public class Receiver implements Runnable {
  private final DeviceRegistry registry;
  private final DatagramSocket socket;
  private final byte[] buffer = new byte[512];
  private int datagrams;
  private int malformed;

  private Receiver(DeviceRegistry registry, DatagramSocket socket) {
    this.registry = registry;
    this.socket = socket;
  }

  public static void listen(DeviceRegistry registry, int... ports) throws IOException {
    for (int port : ports) {
      new Thread(new Receiver(registry, new DatagramSocket(port)), "receiver-" + port).start();
    }
  }

  @Override
  public void run() {
    DatagramPacket p = new DatagramPacket(buffer, buffer.length);
    while (!socket.isClosed()) {
      try {
        socket.receive(p);
      } catch (IOException e) {
        break;
      }
      datagrams++;
      decode(ByteBuffer.wrap(buffer, 0, p.getLength()));
    }
    System.out.println(socket.getLocalPort() + ": " + datagrams + " datagrams, " + malformed + " malformed");
  }

  private void decode(ByteBuffer b) {
    if (b.remaining() < 24) {
      malformed++;
      return;
    }
    String id = Long.toHexString(b.getLong());
    Device d = registry.find(id);
    if (d == null) {
      d = registry.register(id, "generic");
    }
    registry.nextSequence(id);
    d.accept(b.getLong(), b.getDouble());
  }
}
