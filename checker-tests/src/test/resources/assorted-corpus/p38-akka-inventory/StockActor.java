package se.varuhus.stock;

import akka.actor.AbstractActor;
import akka.actor.ActorRef;
import akka.actor.Props;
import akka.pattern.Patterns;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

public class StockActor extends AbstractActor {

  public static final class Reserve {
    final String sku;
    final int quantity;

    public Reserve(String sku, int quantity) {
      this.sku = sku;
      this.quantity = quantity;
    }
  }

  public static final class Refilled {
    final String sku;
    final int quantity;

    Refilled(String sku, int quantity) {
      this.sku = sku;
      this.quantity = quantity;
    }
  }

  interface Supplier {
    CompletionStage<Integer> order(String sku);
  }

  private final Map<String, Integer> stock = new HashMap<>();
  private final Supplier supplier;
  private int reservations;
  private int openOrders;
  private int lateFailures;

  public static Props props(Supplier s) {
    return Props.create(StockActor.class, () -> new StockActor(s));
  }

  StockActor(Supplier supplier) {
    this.supplier = supplier;
  }

  @Override
  public Receive createReceive() {
    return receiveBuilder()
        .match(Reserve.class, this::onReserve)
        .match(Refilled.class, this::onRefilled)
        .build();
  }

  private void onReserve(Reserve r) {
    int have = stock.getOrDefault(r.sku, 0);
    ActorRef asker = getSender();
    if (have >= r.quantity) {
      stock.put(r.sku, have - r.quantity);
      reservations++;
      asker.tell(true, getSelf());
      return;
    }
    asker.tell(false, getSelf());
    openOrders++;
    CompletionStage<Refilled> reply =
        supplier.order(r.sku).thenApply(n -> new Refilled(r.sku, n));
    Patterns.pipe(reply, getContext().getDispatcher()).to(getSelf());
  }

  private void onRefilled(Refilled r) {
    openOrders--;
    stock.merge(r.sku, r.quantity, Integer::sum);
  }

  /** The same without pipe: the callback runs on the supplier's thread, not in the actor. */
  public static class Leaky extends AbstractActor {
    private final Map<String, Integer> stock = new HashMap<>();
    private final Supplier supplier;
    private int openOrders;
    private int asked;

    Leaky(Supplier supplier) {
      this.supplier = supplier;
    }

    @Override
    public Receive createReceive() {
      return receiveBuilder().match(Reserve.class, this::onReserve).build();
    }

    private void onReserve(Reserve r) {
      asked++;
      openOrders++; // RACE rmw #1
      CompletableFuture.supplyAsync(() -> supplier.order(r.sku))
          .thenCompose(s -> s)
          .thenAccept(n -> {
            openOrders--; // RACE rmw #1
            stock.merge(r.sku, n, Integer::sum); // RACE unsafe-collection
          });
    }
  }
}
