package org.almanac.pages;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class Renderer {
    private final ThreadLocal<StringBuilder> buffers = ThreadLocal.withInitial(StringBuilder::new);

    public Page render(String path) {
        StringBuilder sb = buffers.get();
        sb.setLength(0);
        sb.append("<html>").append(path).append("</html>");
        return new Page(sb.toString());
    }

    public static void main(String[] args) {
        PageCache cache = new PageCache(new Renderer());
        ExecutorService pool = Executors.newCachedThreadPool();
        for (int i = 0; i < 4; i++) {
            pool.execute(() -> {
                String s;
                while ((s = cache.takeStale()) != null) {
                    cache.partHit(s);
                    cache.page(s);
                }
            });
        }
        pool.shutdown();
    }
}
