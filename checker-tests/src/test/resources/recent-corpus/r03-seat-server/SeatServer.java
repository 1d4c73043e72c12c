package r03seatserver;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

public final class SeatServer {

    private final SeatPlan plan = new SeatPlan();

    public void start(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(port), 50);
        server.createContext("/book", this::book);
        server.createContext("/hold", this::hold);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    private void book(HttpExchange exchange) throws IOException {
        String[] q = exchange.getRequestURI().getQuery().split("&");
        answer(exchange, plan.book(q[0], q[1]) ? 200 : 409);
    }

    private void hold(HttpExchange exchange) throws IOException {
        String[] q = exchange.getRequestURI().getQuery().split("&");
        answer(exchange, plan.hold(q[0], q[1]) ? 200 : 409);
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        byte[] body = (status == 200 ? "ok" : "taken").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
