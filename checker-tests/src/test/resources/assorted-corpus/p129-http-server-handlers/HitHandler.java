package tiny.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Counts hits per path. */
class HitHandler implements HttpHandler {
    private final Map<String, Integer> hits = new HashMap<>();
    private int total;
    private int errors;

    @Override
    public void handle(HttpExchange x) throws IOException {
        total++; // RACE rmw
        String path = x.getRequestURI().getPath();
        Integer n = hits.get(path); // RACE unsafe-collection #1
        hits.put(path, n == null ? 1 : n + 1); // RACE unsafe-collection #1
        try {
            byte[] body = ("hit " + total).getBytes(StandardCharsets.UTF_8);
            x.sendResponseHeaders(200, body.length);
            x.getResponseBody().write(body);
        } catch (IOException e) {
            synchronized (this) {
                errors++;
            }
            throw e;
        } finally {
            x.close();
        }
    }

    synchronized int errors() {
        return errors;
    }
}
