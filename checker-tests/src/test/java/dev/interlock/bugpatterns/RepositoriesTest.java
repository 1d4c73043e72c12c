package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Objects that are asked for an element, and then given it. */
final class RepositoriesTest {

  @Test
  void repositoryThatFindsAndSaves() {
    CheckTester.of(
            """
            package shop.data;

            import java.util.Map;
            import java.util.Optional;
            import java.util.concurrent.ConcurrentHashMap;

            public class OrderRepository {
              private final Map<String, String> orders = new ConcurrentHashMap<>();

              public Optional<String> findByPayment(String payment) {
                return Optional.ofNullable(orders.get(payment));
              }

              public void save(String payment, String order) {
                orders.put(payment, order);
              }

              public Optional<String> saveIfAbsent(String payment, String order) {
                return Optional.ofNullable(orders.putIfAbsent(payment, order));
              }
            }
            """,
            """
            package shop;

            import shop.data.OrderRepository;

            class OrderService {
              private final OrderRepository repository = new OrderRepository();

              void onPayment(String payment) {
                if (repository.findByPayment(payment).isPresent()) {
                  return;
                }
                repository.save(payment, "order"); // BUG: NonAtomicCheckThenAct
                ship(payment);
              }

              void onPaymentSafely(String payment) {
                if (repository.saveIfAbsent(payment, "order").isEmpty()) {
                  ship(payment);
                }
              }

              private void ship(String payment) {
                System.out.println("ship " + payment);
              }
            }
            """,
            """
            package shop;

            import java.util.concurrent.ExecutorService;

            class Queue {
              private final OrderService service = new OrderService();
              private final ExecutorService workers;

              Queue(ExecutorService workers) {
                this.workers = workers;
              }

              void deliver(String payment) {
                workers.execute(() -> service.onPayment(payment));
                workers.execute(() -> service.onPaymentSafely(payment));
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void repositoryUsedUnderOneLock() {
    CheckTester.of(
            """
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;

            class OrderRepository {
              private final Map<String, String> orders = new ConcurrentHashMap<>();

              boolean has(String payment) {
                return orders.containsKey(payment);
              }

              void save(String payment, String order) {
                orders.put(payment, order);
              }
            }
            """,
            """
            import java.util.concurrent.ExecutorService;

            class OrderService {
              private final OrderRepository repository = new OrderRepository();

              void onPayment(ExecutorService workers, String payment) {
                workers.execute(() -> create(payment));
              }

              private synchronized void create(String payment) {
                if (!repository.has(payment)) {
                  repository.save(payment, "order");
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void wrapperThatIsAskedForAnElementAndThenGivenIt() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;

            class Doors {
              private final Room room = new Room();
              private final Object door = new Object();

              void enter(ExecutorService doors, String reader) {
                doors.execute(
                    () -> {
                      if (!room.isPresent(reader)) {
                        room.arrive(reader); // BUG: SplitCriticalSection
                      }
                    });
              }

              void enterSafely(ExecutorService doors, String reader) {
                doors.execute(
                    () -> {
                      synchronized (room) {
                        if (!room.isPresent(reader)) {
                          room.arrive(reader);
                        }
                      }
                    });
              }
            }
            """,
            """
            import java.util.ArrayList;
            import java.util.List;

            class Room {
              private final List<String> readers = new ArrayList<>();

              synchronized boolean isPresent(String reader) {
                return readers.contains(reader);
              }

              synchronized void arrive(String reader) {
                readers.add(reader);
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
