package saas.meterman;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Charges calls to their users. */
class QuotaService {
  private final Map<String, UserQuota> quotas = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> perMethod = new ConcurrentHashMap<>();
  private final Map<String, UserQuota> archive = new ConcurrentHashMap<>();
  private final Mailer mailer;
  private final long limit;

  QuotaService(Mailer mailer, long limit) {
    this.mailer = mailer;
    this.limit = limit;
  }

  boolean charge(String user, String method, long cost) {
    UserQuota q = quotas.computeIfAbsent(user, UserQuota::new);
    perMethod.computeIfAbsent(method, m -> new LongAdder()).add(cost);
    q.used += cost; // RACE rmw
    if (q.used > limit + q.extensions() * 1000L) {
      warn(q);
      return false;
    }
    return true;
  }

  private void warn(UserQuota q) {
    if (!q.notified) { // RACE check-then-act #1
      q.notified = true; // RACE check-then-act #1
      mailer.send(q.user, "Your quota is used up");
    }
  }

  void refund(String user) {
    UserQuota q = quotas.get(user);
    if (q != null) {
      q.extend();
    }
  }

  /** The counter of calls only changes inside compute. */
  int call(String user) {
    return quotas.compute(user, (u, q) -> {
      UserQuota mine = q == null ? new UserQuota(u) : q;
      mine.calls++;
      return mine;
    }).calls;
  }

  void endOfMonth() {
    for (String user : quotas.keySet()) {
      UserQuota q = quotas.remove(user);
      if (q != null) {
        archive.put(user, q);
      }
    }
  }

  interface Mailer {
    void send(String to, String text);
  }
}
