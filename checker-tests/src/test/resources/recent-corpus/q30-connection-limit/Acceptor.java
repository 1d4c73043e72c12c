package net.harborweb.connector;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Accepts sockets. An endpoint starts several acceptors on the same limiter. */
public class Acceptor implements Runnable {

    private static final Logger LOG = Logger.getLogger(Acceptor.class.getName());

    private final ServerSocket server;
    private final Limiter limiter;
    private final ExecutorService workers;
    private final AtomicBoolean paused;
    private int errorDelay;
    private long accepted;

    Acceptor(ServerSocket server, Limiter limiter, ExecutorService workers, AtomicBoolean paused) {
        this.server = server;
        this.limiter = limiter;
        this.workers = workers;
        this.paused = paused;
    }

    /** Starts {@code n} acceptors. */
    public static void startAll(int n, ServerSocket server, Limiter limiter, ExecutorService workers) {
        AtomicBoolean paused = new AtomicBoolean();
        for (int i = 0; i < n; i++) {
            Thread t = new Thread(new Acceptor(server, limiter, workers, paused), "acceptor-" + i);
            t.setDaemon(true);
            t.start();
        }
    }

    @Override
    public void run() {
        while (!server.isClosed()) {
            try {
                Socket s = server.accept();
                accepted++;
                errorDelay = 0;
                String peer = s.getInetAddress().getHostAddress();
                if (!limiter.tryEnter() || !limiter.tryEnterPeer(peer)) {
                    s.close();
                    continue;
                }
                workers.execute(() -> serve(s, peer));
            } catch (IOException e) {
                errorDelay = errorDelay == 0 ? 50 : Math.min(1600, errorDelay * 2);
                if (paused.compareAndSet(false, true)) {
                    LOG.log(Level.WARNING, "accept failed, delay " + errorDelay, e);
                    paused.set(false);
                }
            }
        }
    }

    private void serve(Socket s, String peer) {
        try (s) {
            s.getOutputStream().write("HTTP/1.0 204 No Content\r\n\r\n".getBytes());
        } catch (IOException e) {
            LOG.log(Level.FINE, "client went away", e);
        } finally {
            limiter.leave(peer);
        }
    }
}

/** Limits for all and for single peers. */
class Limiter {
    private final int max;
    private final int maxPerPeer;
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final Map<String, Integer> perPeer = new ConcurrentHashMap<>();
    private final AtomicInteger high = new AtomicInteger();

    Limiter(int max, int maxPerPeer) {
        this.max = max;
        this.maxPerPeer = maxPerPeer;
    }

    boolean tryEnter() {
        if (open.get() >= max) { // RACE atomic-compound #1
            refused.incrementAndGet();
            return false;
        }
        int now = open.incrementAndGet(); // RACE atomic-compound #1
        if (now > high.get()) { // RACE atomic-compound #2
            high.set(now); // RACE atomic-compound #2
        }
        return true;
    }

    boolean tryEnterPeer(String peer) {
        int n = perPeer.merge(peer, 1, Integer::sum);
        if (n > maxPerPeer) {
            leave(peer);
            return false;
        }
        return true;
    }

    void leave(String peer) {
        perPeer.computeIfPresent(peer, (k, v) -> v <= 1 ? null : v - 1);
        open.decrementAndGet();
    }
}
