package cloud.quota;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Quotas per tenant and resource; nested concurrent maps. */
public class TenantQuotas {
  private final ConcurrentMap<String, ConcurrentMap<String, Long>> usage = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Map<String, AtomicInteger>> slots = new ConcurrentHashMap<>();
  private final ConcurrentSkipListMap<Long, String> reservations = new ConcurrentSkipListMap<>();
  private final LongAdder rejections = new LongAdder();

  public void use(String tenant, String resource, long amount) {
    usage.computeIfAbsent(tenant, t -> new ConcurrentHashMap<>()).merge(resource, amount, Long::sum);
  }

  public boolean tryUse(String tenant, String resource, long amount, long limit) {
    ConcurrentMap<String, Long> m = usage.computeIfAbsent(tenant, t -> new ConcurrentHashMap<>());
    long u = m.getOrDefault(resource, 0L); // RACE check-then-act #1
    if (u + amount > limit) {
      rejections.increment();
      return false;
    }
    m.put(resource, u + amount); // RACE check-then-act #1
    return true;
  }

  public boolean tryUseCas(String tenant, String resource, long amount, long limit) {
    ConcurrentMap<String, Long> m = usage.computeIfAbsent(tenant, t -> new ConcurrentHashMap<>());
    m.putIfAbsent(resource, 0L);
    while (true) {
      Long u = m.get(resource);
      if (u + amount > limit) {
        rejections.increment();
        return false;
      }
      if (m.replace(resource, u, u + amount)) {
        return true;
      }
    }
  }

  public int slot(String tenant, String resource) {
    Map<String, AtomicInteger> m = slots.get(tenant);
    if (m == null) {
      Map<String, AtomicInteger> fresh = new ConcurrentHashMap<>();
      m = slots.putIfAbsent(tenant, fresh);
      if (m == null) {
        m = fresh;
      }
    }
    if (!m.containsKey(resource)) { // RACE check-then-act #2
      m.put(resource, new AtomicInteger()); // RACE check-then-act #2
    }
    return m.get(resource).incrementAndGet();
  }

  public long reserve(String tenant) {
    long at = reservations.isEmpty() ? 1 : reservations.lastKey() + 1; // RACE check-then-act #3
    reservations.put(at, tenant); // RACE check-then-act #3
    return at;
  }

  public long reserveUnique(String tenant) {
    long at = 1;
    while (reservations.putIfAbsent(at, tenant) != null) {
      at++;
    }
    return at;
  }

  public String takeOldest() {
    Map.Entry<Long, String> e = reservations.pollFirstEntry();
    return e == null ? null : e.getValue();
  }

  public void reset(String tenant) {
    usage.remove(tenant);
  }
}
