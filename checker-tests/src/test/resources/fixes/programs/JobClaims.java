package programs;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Who claims first, has it. */
class JobClaims {
  private final Map<String, String> claims;
  private final AtomicInteger refused = new AtomicInteger();

  JobClaims() {
    this.claims = new HashMap<>();
  }

  boolean claim(String job, String worker) {
    if (claims.containsKey(job)) {
      refused.incrementAndGet();
      return false;
    }
    claims.put(job, worker);
    return true;
  }

  int size() {
    return claims.size();
  }

  static String single() {
    JobClaims claims = new JobClaims();
    return "" + claims.claim("a", "x") + claims.claim("a", "y") + claims.refused + claims.size();
  }

  static long lost() {
    JobClaims claims = new JobClaims();
    AtomicInteger won = new AtomicInteger();
    Trial.race(
        i -> {
          if (claims.claim("job" + i / 4, "w")) {
            won.incrementAndGet();
          }
        });
    return Math.abs(won.get() - Trial.TOTAL / 4) + Math.abs(claims.size() - Trial.TOTAL / 4);
  }
}
