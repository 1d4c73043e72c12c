package org.tinyops.status;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Three attempts, then the account is closed. */
final class LoginHandler implements HttpHandler {
  private static final class Attempts {
    int failed;
    boolean closed;
  }

  private final Map<String, Attempts> attempts = new HashMap<>();
  private final Map<String, Integer> logins = new HashMap<>();
  private String lastUser;
  private int closed;

  @Override
  public void handle(HttpExchange e) throws IOException {
    String user = e.getRequestHeaders().getFirst("user");
    lastUser = user;
    Attempts a;
    synchronized (this) {
      a = attempts.computeIfAbsent(user, u -> new Attempts());
    }
    if (a.closed) { // MAYBE
      StatusServer.reply(e, 403, "closed");
      return;
    }
    if ("secret".equals(e.getRequestHeaders().getFirst("password"))) {
      a.failed = 0; // MAYBE
      greet(user);
      StatusServer.reply(e, 200, "welcome " + user);
      return;
    }
    a.failed++; // RACE rmw
    if (a.failed >= 3) { // MAYBE
      a.closed = true; // MAYBE
      synchronized (attempts) {
        closed++;
      }
    }
    StatusServer.reply(e, 401, closed + " accounts closed");
  }

  private void greet(String user) {
    Integer n = logins.get(user); // RACE unsafe-collection #1
    logins.put(user, n == null ? 1 : n + 1); // RACE unsafe-collection #1
  }
}
