package org.example.tomcat.net;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Polls registered sockets and dispatches those which are ready. */
public class NioPoller implements Runnable {

    private static final Logger log = Logger.getLogger(NioPoller.class.getName());

    private final Selector selector;
    private final Queue<PollerEvent> events = new ConcurrentLinkedQueue<>();
    private final ArrayDeque<PollerEvent> eventCache = new ArrayDeque<>();
    private final Map<SocketChannel, Wrapper> registered = new HashMap<>();
    private final AtomicLong wakeupCounter = new AtomicLong(0);
    private final Executor executor;
    private volatile boolean close = false;
    private volatile int keyCount = 0;
    private long nextExpiration = 0;
    private int rounds;

    public NioPoller(Executor executor) throws IOException {
        this.selector = Selector.open();
        this.executor = executor;
    }

    private static final class PollerEvent {
        final SocketChannel channel;
        final int ops;

        PollerEvent(SocketChannel channel, int ops) {
            this.channel = channel;
            this.ops = ops;
        }
    }

    static final class Wrapper {
        final SocketChannel channel;
        long lastRead = System.currentTimeMillis();
        int keepAliveLeft = 100;

        Wrapper(SocketChannel channel) {
            this.channel = channel;
        }
    }

    /** Any thread. */
    public void register(SocketChannel channel, int ops) {
        events.offer(new PollerEvent(channel, ops));
        if (wakeupCounter.incrementAndGet() == 0) {
            selector.wakeup();
        }
    }

    public void destroy() {
        close = true;
        selector.wakeup();
    }

    private boolean processEvents() {
        boolean result = false;
        PollerEvent pe;
        for (int i = 0, size = events.size(); i < size && (pe = events.poll()) != null; i++) {
            result = true;
            eventCache.add(pe);
        }
        while ((pe = eventCache.poll()) != null) {
            try {
                Wrapper w = registered.get(pe.channel);
                if (w == null) {
                    w = new Wrapper(pe.channel);
                    registered.put(pe.channel, w);
                }
                pe.channel.register(selector, pe.ops, w);
            } catch (ClosedChannelException e) {
                registered.remove(pe.channel);
            }
        }
        return result;
    }

    @Override
    public void run() {
        while (!close) {
            boolean hasEvents = processEvents();
            try {
                if (wakeupCounter.getAndSet(-1) > 0) {
                    keyCount = selector.selectNow();
                } else {
                    keyCount = selector.select(1000);
                }
                wakeupCounter.set(0);
            } catch (IOException x) {
                log.log(Level.SEVERE, "select", x);
                continue;
            }
            if (keyCount == 0) {
                hasEvents |= processEvents();
            }
            rounds++;
            Iterator<SelectionKey> it = selector.selectedKeys().iterator();
            while (it.hasNext()) {
                SelectionKey sk = it.next();
                it.remove();
                processKey(sk, (Wrapper) sk.attachment());
            }
            timeout(keyCount, hasEvents);
        }
        log.fine("poller ends after " + rounds + " rounds");
    }

    private void processKey(SelectionKey sk, Wrapper w) {
        sk.interestOps(0);
        w.lastRead = System.currentTimeMillis();
        if (--w.keepAliveLeft <= 0) {
            registered.remove(w.channel);
            sk.cancel();
        }
        executor.execute(() -> log.finest("serve " + w.channel));
    }

    private void timeout(int keys, boolean hasEvents) {
        long now = System.currentTimeMillis();
        if (nextExpiration > 0 && (keys > 0 || hasEvents) && now < nextExpiration) {
            return;
        }
        registered.values().removeIf(w -> now - w.lastRead > 60_000);
        nextExpiration = now + 1000;
    }

    public static NioPoller startNew(Executor executor, String name) throws IOException {
        NioPoller p = new NioPoller(executor);
        Thread t = new Thread(p, name + "-Poller");
        t.setDaemon(true);
        t.start();
        return p;
    }

    public int getKeyCount() {
        return keyCount;
    }
}
