package http.client;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;

final class Fanout {
    private final ConcurrentMap<HttpRequest, AtomicInteger> sent = new ConcurrentHashMap<>();

    void sendAll(List<String> urls) {
        for (String url : urls) {
            ForkJoinPool.commonPool().execute(() -> {
                HttpRequest.Builder b = HttpRequest.builder().url(url).header("accept", "*/*");
                for (int i = 0; i < 3; i++) {
                    b.retry();
                }
                HttpRequest r = b.param("q=" + url.length()).build();
                sent.computeIfAbsent(r, k -> new AtomicInteger()).incrementAndGet();
            });
        }
    }
}
