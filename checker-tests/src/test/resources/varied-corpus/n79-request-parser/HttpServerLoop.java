package http.parse;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class HttpServerLoop {
    private final ExecutorService pool = Executors.newCachedThreadPool();
    private volatile boolean running = true;
    private int accepted;
    private int malformed;

    public void serve(ServerSocket server) throws IOException {
        while (running) {
            Socket s = server.accept();
            accepted++;
            if (accepted % 1000 == 0) {
                System.out.println(accepted + " connections");
            }
            pool.execute(() -> handle(s));
        }
    }

    private void handle(Socket s) {
        HttpParser parser = new HttpParser();
        byte[] buf = new byte[4096];
        int total = 0;
        try (Socket socket = s) {
            InputStream in = socket.getInputStream();
            for (int n = in.read(buf); n > 0; n = in.read(buf)) {
                total += n;
                if (parser.feed(new String(buf, 0, n, StandardCharsets.ISO_8859_1))) {
                    socket.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    return;
                }
            }
        } catch (IOException | NumberFormatException e) {
            malformed++; // RACE rmw
        }
        if (total == 0) {
            pool.execute(this::stopIfIdle);
        }
    }

    private void stopIfIdle() {
        if (Thread.activeCount() < 2) {
            running = false;
        }
    }

    int malformed() {
        return malformed;
    }
}
