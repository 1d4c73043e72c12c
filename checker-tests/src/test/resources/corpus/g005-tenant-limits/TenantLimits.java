package io.cumulo.tenant;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;

enum Plan {
  FREE(100),
  TEAM(5_000),
  ENTERPRISE(100_000);

  private final int calls;
  private long used;

  Plan(int calls) {
    this.calls = calls;
  }

  int calls() {
    return calls;
  }

  /** Enum constants are singletons: the counter belongs to all threads. */
  void use(int weight) {
    used += weight; // RACE rmw
  }

  long used() {
    return used;
  }
}

/** The one-element enum as a singleton. */
enum TenantLimits {
  INSTANCE;

  private final Map<String, Integer> used = new HashMap<>();
  private final Map<Plan, Integer> tenants = new EnumMap<>(Plan.class);
  private int rejected;

  boolean charge(String tenant, Plan plan) {
    int before = used.getOrDefault(tenant, 0); // RACE unsafe-collection #1
    if (before >= plan.calls()) {
      rejected++; // RACE rmw
      return false;
    }
    used.put(tenant, before + 1); // RACE unsafe-collection #1
    plan.use(1);
    return true;
  }

  synchronized void join(Plan plan) {
    tenants.merge(plan, 1, Integer::sum);
  }

  synchronized void leave(Plan plan) {
    tenants.merge(plan, -1, Integer::sum);
  }

  int rejected() {
    return rejected;
  }
}

class Gateway {
  private int configured;

  void serve(String tenant, Plan plan, Runnable handler) {
    ForkJoinPool.commonPool()
        .execute(
            () -> {
              if (TenantLimits.INSTANCE.charge(tenant, plan)) {
                handler.run();
              }
            });
  }

  /** Runs before the gateway is opened, on the thread that opens it. */
  void configure(Map<String, Plan> tenants) {
    for (Plan plan : tenants.values()) {
      TenantLimits.INSTANCE.join(plan);
      configured++;
    }
  }
}
