package saas.meterman;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Entry point for metered calls. */
public final class ApiServer {
  private final ExecutorService requests = Executors.newCachedThreadPool();
  private final ScheduledExecutorService calendar = Executors.newSingleThreadScheduledExecutor();
  private final QuotaService quotas;
  private int months;

  public ApiServer() {
    quotas = new QuotaService((to, text) -> System.out.println(to + ": " + text), 100_000);
    calendar.scheduleAtFixedRate(() -> {
      months++;
      quotas.endOfMonth();
    }, 30, 30, TimeUnit.DAYS);
  }

  public void handle(String user, String method, byte[] payload) {
    requests.execute(() -> {
      if (quotas.call(user) % 10_000 == 0) {
        quotas.refund(user);
      }
      int cost = 1;
      for (byte b : payload) {
        if (b == '\n') {
          cost++;
        }
      }
      quotas.charge(user, method, cost);
    });
  }
}
