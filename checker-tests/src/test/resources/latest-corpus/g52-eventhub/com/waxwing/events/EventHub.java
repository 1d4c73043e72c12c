package com.waxwing.events;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Publishes events to subscribers. All methods may be called from any thread. */
public class EventHub {
    private volatile Subscriber[] subscribers = new Subscriber[0];
    private final CopyOnWriteArraySet<Subscriber> vips = new CopyOnWriteArraySet<>();
    private final List<Subscriber> once = new ArrayList<>();
    private final ExecutorService delivery = Executors.newFixedThreadPool(2);
    private final AtomicLong published = new AtomicLong();

    public interface Subscriber {
        void on(Object event);
    }

    public synchronized void subscribe(Subscriber s) {
        Subscriber[] next = Arrays.copyOf(subscribers, subscribers.length + 1);
        next[next.length - 1] = s;
        subscribers = next;
    }

    public void unsubscribe(Subscriber s) {
        List<Subscriber> left = new ArrayList<>(Arrays.asList(subscribers));
        if (left.remove(s)) {
            subscribers = left.toArray(new Subscriber[0]); // RACE inconsistent-locking #1
        }
    }

    public void subscribeVip(Subscriber s) {
        vips.add(s);
    }

    public void subscribeOnce(Subscriber s) {
        synchronized (once) {
            once.add(s);
        }
    }

    public void publish(Object event) {
        published.incrementAndGet();
        for (Subscriber s : vips) {
            s.on(event);
        }
        List<Subscriber> fire;
        synchronized (once) {
            fire = List.copyOf(once);
            once.clear();
        }
        delivery.execute(() -> {
            for (Subscriber s : subscribers) {
                s.on(event);
            }
            for (Subscriber s : fire) {
                s.on(event);
            }
        });
    }
}
