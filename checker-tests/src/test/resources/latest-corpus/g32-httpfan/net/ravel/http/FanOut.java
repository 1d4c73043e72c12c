package net.ravel.http;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks many servers the same thing and collects what they say. */
public class FanOut {
    private final AsyncClient client;

    public FanOut(AsyncClient client) {
        this.client = client;
    }

    public Map<String, String> askAll(Collection<String> urls) throws InterruptedException {
        Map<String, String> bodies = new ConcurrentHashMap<>();
        CountDownLatch left = new CountDownLatch(urls.size());
        int[] errors = {0};
        AtomicInteger bytes = new AtomicInteger();
        int asked = 0;
        for (String u : urls) {
            asked++;
            client.get(u, new AsyncClient.Handler() {
                @Override
                public void completed(String url, String body) {
                    bodies.put(url, body);
                    bytes.addAndGet(body.length());
                    left.countDown();
                }

                @Override
                public void failed(String url, Exception e) {
                    errors[0]++; // RACE read-modify-write #1
                    left.countDown();
                }
            });
        }
        left.await();
        System.out.println(asked + " asked, " + errors[0] + " errors, " + bytes + " bytes");
        return bodies;
    }

    /** The first answer wins. */
    public CompletableFuture<String> askAny(Collection<String> urls) {
        CompletableFuture<String> first = new CompletableFuture<>();
        AtomicInteger open = new AtomicInteger(urls.size());
        for (String u : urls) {
            client.get(u, new AsyncClient.Handler() {
                private int calls;

                @Override
                public void completed(String url, String body) {
                    calls++;
                    if (!first.isDone()) {
                        first.complete(body + calls);
                    }
                }

                @Override
                public void failed(String url, Exception e) {
                    calls++;
                    if (open.decrementAndGet() == 0) {
                        first.completeExceptionally(e);
                    }
                }
            });
        }
        return first;
    }
}
