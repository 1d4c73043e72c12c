package com.postbox.relay;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

public class Relay {
    private final Outbox outbox = new Outbox();
    private final Transport transport;
    private final ExecutorService sessions = Executors.newFixedThreadPool(16);
    private final Thread sender = new Thread(this::sendLoop, "sender");
    private volatile boolean open = true;
    private int delivered;

    public Relay(Transport transport) {
        this.transport = transport;
    }

    public void start() {
        sender.start();
    }

    public void accept(String from, String to, String body) {
        sessions.execute(() -> {
            if (body.length() > 1_000_000) {
                outbox.hold();
            } else {
                outbox.add(new Mail(from, to, body));
            }
        });
    }

    private void sendLoop() {
        while (open) {
            for (Mail m : outbox.takeAll()) {
                if (transport.send(m.domain(), m.text())) {
                    delivered++;
                } else if (m.nextTry() < 5) {
                    outbox.add(m);
                } else {
                    outbox.bounced(m.domain());
                }
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
        System.out.println(delivered + " delivered");
    }

    public void stop() {
        open = false;
        sessions.shutdown();
        LockSupport.unpark(sender);
    }

    public interface Transport {
        boolean send(String domain, String text);
    }
}
