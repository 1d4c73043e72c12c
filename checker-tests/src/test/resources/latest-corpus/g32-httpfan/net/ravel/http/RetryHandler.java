package net.ravel.http;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;

/** Retries a failed request; one handler may be given to several requests. */
public class RetryHandler implements AsyncClient.Handler {
    private final AsyncClient client;
    private final ConcurrentMap<String, Integer> tries = new ConcurrentHashMap<>();
    private final Consumer<String> sink;
    private String slowestUrl;
    private int longest;
    private int done;

    public RetryHandler(AsyncClient client, Consumer<String> sink) {
        this.client = client;
        this.sink = sink;
    }

    public void submit(List<String> urls) {
        for (String u : urls) {
            client.get(u, this);
        }
    }

    @Override
    public void completed(String url, String body) {
        if (body.length() > longest) {
            longest = body.length(); // RACE check-then-act #2
            slowestUrl = url; // RACE check-then-act #2
        }
        synchronized (this) {
            done++;
        }
        sink.accept(body);
    }

    @Override
    public void failed(String url, Exception e) {
        int n = tries.merge(url, 1, Integer::sum);
        if (n < 3) {
            client.get(url, this);
        }
    }

    public synchronized String toString() {
        return done + " done, longest from " + slowestUrl;
    }
}
