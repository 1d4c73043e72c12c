package room;

import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Accepts clients; each connection is read by a thread of its own. */
public class RoomNetworkEndpoint {

    private final GameRoom room = new GameRoom();
    private final ExecutorService readers = Executors.newCachedThreadPool();
    private final AtomicInteger ids = new AtomicInteger();

    public void serve(ServerSocket server) throws Exception {
        new Thread(room, "tick").start();
        while (!server.isClosed()) {
            Socket socket = server.accept();
            readers.execute(() -> read(socket));
        }
        room.stop();
    }

    private void read(Socket socket) {
        int id = ids.incrementAndGet();
        room.submit(r -> r.join(new Player(id)));
        try (socket) {
            int b;
            while ((b = socket.getInputStream().read()) >= 0) {
                switch (b) {
                    case 'p' -> room.onPing(id, System.currentTimeMillis());
                    case 's' -> room.submit(r -> r.shoot(new Projectile(id, 5)));
                    default -> room.onGarbage(id);
                }
            }
        } catch (java.io.IOException e) {
            room.onGarbage(id);
        } finally {
            room.onDisconnect(id);
        }
    }
}
