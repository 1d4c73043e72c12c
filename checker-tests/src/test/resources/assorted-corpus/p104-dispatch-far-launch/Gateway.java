package iot.edge.core;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.util.Arrays;
import java.util.concurrent.Executors;

public class Gateway {
    private final Dispatcher dispatcher = new Dispatcher(Executors.newFixedThreadPool(8));
    private long packets;

    public void serve(int port) throws IOException {
        try (DatagramSocket socket = new DatagramSocket(port)) {
            byte[] buffer = new byte[1500];
            while (!Thread.currentThread().isInterrupted()) {
                DatagramPacket p = new DatagramPacket(buffer, buffer.length);
                socket.receive(p);
                packets++;
                dispatcher.datagram(p.getAddress().getHostAddress(), Arrays.copyOf(p.getData(), p.getLength()));
            }
        }
    }

    public static void main(String[] args) throws IOException {
        new Gateway().serve(5683);
    }
}
