package pay.swift;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class Gateway {
  private final ExecutorService io = Executors.newFixedThreadPool(32);
  private final PaymentService service = new PaymentService();

  public CompletableFuture<Boolean> order(String kind, String from, String to, long amount) {
    return CompletableFuture.supplyAsync(() -> {
      service.fee(amount / 100);
      return switch (kind) {
        case "fast" -> service.pay(from, to, amount);
        case "safe" -> service.payAtomically(from, to, amount);
        case "hold" -> service.payBlocked(from, to, amount);
        default -> {
          service.unblock(from, amount);
          yield true;
        }
      };
    }, io);
  }
}
