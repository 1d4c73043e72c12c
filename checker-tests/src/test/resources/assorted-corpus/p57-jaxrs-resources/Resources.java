package org.kiosk.rest;

import jakarta.inject.Singleton;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Default life cycle: a new instance for each request. */
@Path("/orders")
class OrderResource {
  private static long ordersTaken;
  private final List<String> warnings = new ArrayList<>();
  private int lines;

  @POST
  public String order(@QueryParam("item") List<String> items) {
    for (String i : items) {
      addLine(i);
    }
    ordersTaken++; // RACE rmw
    return lines + " lines, " + warnings;
  }

  private void addLine(String item) {
    if (item.isEmpty()) {
      warnings.add("empty item after " + lines);
      return;
    }
    lines++;
  }
}

/** One for the application. */
@Singleton
@Path("/stock")
class StockResource {
  private final Map<String, Integer> stock = new HashMap<>();
  private int reads;
  private int writes;

  @GET
  @Path("{item}")
  public int get(@PathParam("item") String item) {
    reads++; // RACE rmw
    synchronized (stock) {
      return stock.getOrDefault(item, 0);
    }
  }

  @POST
  @Path("{item}")
  public synchronized int add(@PathParam("item") String item, @QueryParam("n") int n) {
    writes++;
    synchronized (stock) {
      int now = stock.getOrDefault(item, 0) + n;
      stock.put(item, now);
      return now;
    }
  }

  @DELETE
  @Path("{item}")
  public void delete(@PathParam("item") String item) {
    synchronized (stock) {
      stock.remove(item);
    }
    synchronized (this) {
      writes++;
    }
  }
}

@Provider
class AuditFilter implements ContainerRequestFilter {
  private long requests;
  private final ThreadLocal<Integer> depth = ThreadLocal.withInitial(() -> 0);

  @Override
  public void filter(ContainerRequestContext ctx) {
    depth.set(depth.get() + 1);
    requests++; // RACE rmw
    ctx.setProperty("request.no", requests);
  }
}
