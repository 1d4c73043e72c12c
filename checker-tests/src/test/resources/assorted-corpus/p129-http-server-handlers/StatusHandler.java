package tiny.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;

/** Behind the admin server only, which has no executor and so handles one exchange after the other. */
class StatusHandler implements HttpHandler {
    private int asked;
    private long lastAsked;

    @Override
    public void handle(HttpExchange x) throws IOException {
        asked++;
        byte[] body = ("asked " + asked + ", before: " + lastAsked).getBytes();
        lastAsked = System.currentTimeMillis();
        x.sendResponseHeaders(200, body.length);
        x.getResponseBody().write(body);
        x.close();
    }
}
