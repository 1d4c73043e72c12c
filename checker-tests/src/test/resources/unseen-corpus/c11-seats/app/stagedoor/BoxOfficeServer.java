package app.stagedoor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

public final class BoxOfficeServer {
  private final BoxOffice office = new BoxOffice(30);
  private final LongAdder requests = new LongAdder();

  public HttpServer start(int port) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
    server.createContext("/sell", this::sell);
    server.createContext("/voucher", this::voucher);
    server.setExecutor(Executors.newFixedThreadPool(16));
    server.start();
    return server;
  }

  private void sell(HttpExchange x) throws IOException {
    requests.increment();
    String[] q = x.getRequestURI().getQuery().split("&");
    boolean ok = office.sell(Integer.parseInt(q[0]), q[1], q[2], Long.parseLong(q[3]));
    answer(x, ok ? "sold" : "taken");
  }

  private void voucher(HttpExchange x) throws IOException {
    requests.increment();
    String[] q = x.getRequestURI().getQuery().split("&");
    if (q.length > 1) {
      office.issue(q[0], Integer.parseInt(q[1]));
      answer(x, "issued");
    } else {
      answer(x, office.redeem(q[0]) ? "ok" : "void");
    }
  }

  private static void answer(HttpExchange x, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    x.sendResponseHeaders(200, body.length);
    x.getResponseBody().write(body);
    x.close();
  }
}
