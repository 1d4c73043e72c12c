package biz.faktura;

import java.text.SimpleDateFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

@Service
public class InvoiceConsumer {
  /** Per thread: formats are not thread-safe, and so are the counters in the context. */
  private static final ThreadLocal<Ctx> CTX = ThreadLocal.withInitial(Ctx::new);

  static final class Ctx {
    final SimpleDateFormat format = new SimpleDateFormat("yyyy-MM-dd");
    final Map<String, Integer> perCustomer = new HashMap<>();
    int handled;
  }

  private final Map<String, List<Long>> amounts = new ConcurrentHashMap<>();
  private long sum;
  private volatile long lastId;

  @RabbitListener(queues = "invoices", concurrency = "2-8")
  public void onInvoice(String line) {
    Ctx ctx = CTX.get();
    ctx.handled++;
    String[] f = line.split(";");
    ctx.perCustomer.put(f[0], ctx.perCustomer.getOrDefault(f[0], 0) + 1);
    long amount = Long.parseLong(f[1]);
    List<Long> l = amounts.computeIfAbsent(f[0], k -> new ArrayList<>());
    synchronized (l) {
      l.add(amount);
    }
    sum += amount; // RACE rmw
    long id = Long.parseLong(f[2]);
    if (id > lastId) { // RACE check-then-act #1
      lastId = id; // RACE check-then-act #1
    }
  }

  @RabbitListener(queues = "corrections", concurrency = "2")
  public void onCorrection(String line) {
    String[] f = line.split(";");
    List<Long> l = amounts.get(f[0]);
    if (l != null) {
      l.remove(Long.valueOf(f[1])); // RACE unsafe-collection
    }
  }

  @EventListener
  public void onReset(String event) {
    amounts.clear();
    lastId = 0;
  }
}
