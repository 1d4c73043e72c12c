package eu.passport.otp;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** One-time passwords with a limited number of attempts. */
public final class OtpService {

  record Challenge(String code, int attemptsLeft) {
    Challenge used() {
      return new Challenge(code, attemptsLeft - 1);
    }
  }

  public enum Result { OK, WRONG, LOCKED, UNKNOWN }

  private final SecureRandom random = new SecureRandom();
  private final Cache<String, Challenge> challenges =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(5)).maximumSize(100_000).build();
  private final LoadingCache<String, AtomicInteger> sent =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofHours(1)).build(k -> new AtomicInteger());
  private final LongAdder verified = new LongAdder();

  public String issue(String phone) {
    if (sent.get(phone).incrementAndGet() > 10) {
      throw new IllegalStateException("too many messages");
    }
    String code = String.format("%06d", random.nextInt(1_000_000));
    challenges.put(phone, new Challenge(code, 3));
    return code;
  }

  public Result verify(String phone, String code) {
    Challenge c = challenges.getIfPresent(phone); // RACE check-then-act #1
    if (c == null) {
      return Result.UNKNOWN;
    }
    if (c.attemptsLeft() == 0) {
      return Result.LOCKED;
    }
    if (c.code().equals(code)) {
      challenges.invalidate(phone); // MAYBE
      verified.increment();
      return Result.OK;
    }
    challenges.put(phone, c.used()); // RACE check-then-act #1
    return Result.WRONG;
  }

  public Result verifyAtomically(String phone, String code) {
    Result[] result = {Result.UNKNOWN};
    challenges.asMap().computeIfPresent(phone, (p, c) -> {
      if (c.attemptsLeft() == 0) {
        result[0] = Result.LOCKED;
        return c;
      }
      if (c.code().equals(code)) {
        result[0] = Result.OK;
        return null;
      }
      result[0] = Result.WRONG;
      return c.used();
    });
    if (result[0] == Result.OK) {
      verified.increment();
    }
    return result[0];
  }

  public void refund(String phone) {
    AtomicInteger n = sent.get(phone);
    if (n.get() > 0) { // RACE atomic-compound #2
      n.decrementAndGet(); // RACE atomic-compound #2
    }
  }

  public void refundSafely(String phone) {
    sent.get(phone).updateAndGet(v -> v > 0 ? v - 1 : 0);
  }
}
