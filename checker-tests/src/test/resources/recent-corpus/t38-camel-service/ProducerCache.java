package org.example.camel.impl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Producers by endpoint, shared by all exchanges of a context. */
public class ProducerCache extends ServiceSupport {

    static final class Producer {
        final String uri;
        final AtomicInteger inflight = new AtomicInteger();

        Producer(String uri) {
            this.uri = uri;
        }
    }

    private final ConcurrentMap<String, Producer> producers = new ConcurrentHashMap<String, Producer>();
    private final Map<String, List<String>> interceptors = new LinkedHashMap<String, List<String>>();
    private final ConcurrentMap<String, AtomicInteger> inflight = new ConcurrentHashMap<String, AtomicInteger>();
    private ExecutorService pool;
    private String lastError;
    private long exchangeSeq;

    protected Producer doGetProducer(String uri) {
        Producer answer = producers.get(uri); // RACE check-then-act #2
        if (answer == null) {
            answer = new Producer(uri);
            producers.put(uri, answer); // RACE check-then-act #2
        }
        return answer;
    }

    AtomicInteger inflight(String route) {
        AtomicInteger existing = inflight.get(route);
        if (existing == null) {
            AtomicInteger fresh = new AtomicInteger();
            existing = inflight.putIfAbsent(route, fresh);
            if (existing == null) {
                existing = fresh;
            }
        }
        return existing;
    }

    private synchronized long nextExchangeId() {
        return ++exchangeSeq;
    }

    public void addInterceptor(String uri, String id) {
        synchronized (interceptors) {
            List<String> l = interceptors.get(uri);
            if (l == null) {
                l = new ArrayList<String>();
                interceptors.put(uri, l);
            }
            l.add(id);
        }
    }

    public void send(String route, String uri, Object body) {
        start();
        AtomicInteger n = inflight(route);
        n.incrementAndGet();
        Producer p = doGetProducer(uri);
        p.inflight.incrementAndGet();
        try {
            System.getLogger("camel").log(System.Logger.Level.DEBUG, "{0} to {1}: {2}", nextExchangeId(), uri, body);
        } catch (RuntimeException e) {
            lastError = e.getMessage();
        } finally {
            p.inflight.decrementAndGet();
            n.decrementAndGet();
        }
    }

    public void asyncSend(String route, String uri, Object body) {
        start();
        pool.execute(() -> send(route, uri, body));
    }

    @Override
    protected void doStart() {
        pool = Executors.newCachedThreadPool();
    }

    @Override
    protected void doStop() {
        ExecutorService p = pool;
        if (p != null) {
            p.shutdown();
        }
        producers.clear();
    }

    public String getLastError() {
        return lastError;
    }
}
