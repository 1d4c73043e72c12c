package com.cornershop.web;

import com.cornershop.cart.CartService;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public final class Dispatcher {
  /** Lives as long as one request. */
  static final class Request {
    final String user;
    final String action;
    final Map<String, String> attributes = new HashMap<>();
    int hops;

    Request(String user, String action) {
      this.user = user;
      this.action = action;
    }
  }

  private interface Filter {
    String apply(Request r, Filter next);
  }

  private final ExecutorService workers = Executors.newFixedThreadPool(20);
  private final CartService carts;

  public Dispatcher(CartService carts) {
    this.carts = carts;
  }

  public Future<String> dispatch(String user, String action) {
    Request r = new Request(user, action);
    r.hops++;
    return workers.submit(() -> timing(r, (q, n) -> authorize(q, (p, m) -> handle(p))));
  }

  private String timing(Request r, Filter next) {
    r.hops++;
    r.attributes.put("start", Long.toString(System.nanoTime()));
    String answer = next.apply(r, null);
    return answer + " after " + r.hops + " hops";
  }

  private String authorize(Request r, Filter next) {
    r.hops++;
    String role = r.attributes.get("role");
    if (role == null) {
      r.attributes.put("role", r.user.isEmpty() ? "guest" : "customer");
    }
    return next.apply(r, null);
  }

  private String handle(Request r) {
    r.hops++;
    if (r.action.startsWith("add ")) {
      return carts.add(r.user, r.action.substring(4));
    }
    if (r.action.equals("checkout")) {
      return "order " + carts.checkout(r.user);
    }
    return carts.show(r.user);
  }
}
