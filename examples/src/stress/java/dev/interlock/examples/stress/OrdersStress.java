package dev.interlock.examples.stress;

import dev.interlock.examples.orders.BuggyOrderIntake;
import dev.interlock.examples.orders.BuggyOrderService;
import dev.interlock.examples.orders.BuggyPaymentWorkers;
import dev.interlock.examples.orders.ConcurrentOrderService;
import dev.interlock.examples.orders.Fulfilment;
import dev.interlock.examples.orders.MutexOrderService;
import dev.interlock.examples.orders.Order;
import dev.interlock.examples.orders.OrderService;
import dev.interlock.examples.orders.PaymentEvent;
import dev.interlock.examples.orders.PaymentProvider;
import dev.interlock.examples.orders.PaymentWorkers;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Payment events are delivered twice; lost are the orders that were shipped but left the books. */
final class OrdersStress {
  private static final int PAYMENTS = 5_000;

  private OrdersStress() {}

  static List<Version> versions() {
    return List.of(
        version(
            BuggyOrderService.class,
            BuggyOrderService::new,
            (orders, deliveries) -> new BuggyPaymentWorkers(orders).process(deliveries)),
        version(BuggyOrderIntake.class, BuggyOrderIntake::new, OrdersStress::callWebHook),
        version(
            MutexOrderService.class,
            MutexOrderService::new,
            (orders, deliveries) -> new PaymentWorkers(orders).process(deliveries)),
        version(
            ConcurrentOrderService.class,
            ConcurrentOrderService::new,
            (orders, deliveries) -> new PaymentWorkers(orders).process(deliveries)));
  }

  /** Brings the deliveries to the service. */
  @FunctionalInterface
  private interface Door<S> {
    void deliver(S orders, List<PaymentEvent> deliveries) throws Exception;
  }

  private static <S extends OrderService> Version version(
      Class<S> subject, BiFunction<PaymentProvider, Fulfilment, S> constructor, Door<S> door) {
    return new Version(
        "orders",
        subject.getSimpleName(),
        () -> {
          Queue<Order> shipped = new ConcurrentLinkedQueue<>();
          S orders = constructor.apply(event -> Contention.pause(), shipped::add);
          door.deliver(orders, deliveries());
          long inTheBooks =
              shipped.stream()
                  .filter(order -> orders.find(order.paymentId()).filter(order::equals).isPresent())
                  .count();
          return Outcome.found(inTheBooks, shipped.size());
        });
  }

  private static List<PaymentEvent> deliveries() {
    return IntStream.range(0, PAYMENTS)
        .mapToObj(i -> new PaymentEvent("payment-" + i, "customer-" + i % 100, 999))
        .flatMap(event -> Stream.of(event, event))
        .toList();
  }

  private static void callWebHook(BuggyOrderIntake orders, List<PaymentEvent> deliveries) {
    try (orders) {
      CompletableFuture.allOf(
              deliveries.stream().map(orders::receive).toArray(CompletableFuture<?>[]::new))
          .join();
    }
  }
}
