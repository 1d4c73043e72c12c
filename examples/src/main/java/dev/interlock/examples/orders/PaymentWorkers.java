package dev.interlock.examples.orders;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Two workers that take payment events from one queue and hand them to one order service. */
public final class PaymentWorkers {
  private static final int WORKERS = 2;

  private final OrderService orders;

  /** Workers that feed this service. */
  public PaymentWorkers(OrderService orders) {
    this.orders = orders;
  }

  /**
   * Works through the deliveries and returns when the queue is empty and both workers are done.
   *
   * @throws ExecutionException if a worker gave up on an event
   */
  public void process(Collection<PaymentEvent> deliveries)
      throws InterruptedException, ExecutionException {
    Queue<PaymentEvent> queue = new ConcurrentLinkedQueue<>(deliveries);
    ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int worker = 0; worker < WORKERS; worker++) {
        running.add(workers.submit(() -> drain(queue)));
      }
      for (Future<?> worker : running) {
        worker.get();
      }
    } finally {
      workers.shutdown();
    }
  }

  private void drain(Queue<PaymentEvent> queue) {
    for (PaymentEvent event = queue.poll(); event != null; event = queue.poll()) {
      orders.orderFor(event);
    }
  }
}
