package org.tinyops.status;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/** Small status pages on top of the JDK's HTTP server. */
public final class StatusServer {
  private final HttpServer server;
  private final Map<String, LongAdder> hits = new ConcurrentHashMap<>();
  private final Map<String, String> components = new LinkedHashMap<>();
  private int routes;
  private long served;

  public StatusServer(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(port), 0);
    server.setExecutor(Executors.newFixedThreadPool(12));
    route("/status", this::status);
    route("/set", this::set);
    route("/login", new LoginHandler());
  }

  private void route(String path, HttpHandler h) {
    routes++;
    server.createContext(path, exchange -> {
      hits.computeIfAbsent(path, p -> new LongAdder()).increment();
      try (exchange) {
        h.handle(exchange);
      }
      served++; // RACE rmw
    });
  }

  private void status(HttpExchange e) throws IOException {
    StringBuilder b = new StringBuilder();
    synchronized (components) {
      components.forEach((c, s) -> b.append(c).append(": ").append(s).append('\n'));
    }
    b.append(served).append(" served, ").append(routes).append(" routes\n");
    reply(e, 200, b.toString());
  }

  private void set(HttpExchange e) throws IOException {
    String[] q = e.getRequestURI().getQuery().split("=");
    boolean known;
    synchronized (components) {
      known = components.put(q[0], q[1]) != null;
    }
    reply(e, known ? 200 : 201, q[0]);
  }

  static void reply(HttpExchange e, int code, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    e.sendResponseHeaders(code, body.length);
    try (OutputStream out = e.getResponseBody()) {
      int off = 0;
      while (off < body.length) {
        int n = Math.min(512, body.length - off);
        out.write(body, off, n);
        off += n;
      }
    }
  }

  public void start() {
    server.start();
  }
}
