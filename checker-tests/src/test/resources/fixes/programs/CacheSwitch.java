package programs;

import java.util.function.IntSupplier;

/** Lambdas and inner classes that update the outer object. */
class CacheSwitch {
  private int hits;
  private double cost;

  IntSupplier hitter() {
    return () -> ++hits;
  }

  Runnable payer() {
    return () -> cost += 0.5;
  }

  final class Side {
    void hit() {
      hits++;
      cost += 1;
    }
  }

  String state() {
    return hits + " " + cost;
  }

  static String single() {
    CacheSwitch cache = new CacheSwitch();
    cache.hitter().getAsInt();
    cache.payer().run();
    cache.new Side().hit();
    return cache.state();
  }

  static long lost() {
    CacheSwitch cache = new CacheSwitch();
    IntSupplier hitter = cache.hitter();
    Runnable payer = cache.payer();
    Side side = cache.new Side();
    Trial.race(
        i -> {
          hitter.getAsInt();
          payer.run();
          side.hit();
        });
    return cache.state().equals(2 * Trial.TOTAL + " " + 1.5 * Trial.TOTAL) ? 0 : 1;
  }
}
