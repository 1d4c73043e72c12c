package draw;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Splits the jackpot; the classes are computed apart and combined in pairs. */
final class Prizes {
  private final Map<Integer, Long> byClass = new TreeMap<>();
  private long rest;

  private static long share(long pot, int winners) {
    long s = pot;
    if (winners > 0) {
      s /= winners;
    }
    return s;
  }

  Map<Integer, Long> split(long pot, int first, int second) {
    rest = pot;
    CompletableFuture<Long> a = CompletableFuture.supplyAsync(() -> share(pot / 2, first));
    CompletableFuture<Long> b = CompletableFuture.supplyAsync(() -> share(pot / 4, second));
    a.thenAcceptBoth(b, (x, y) -> {
      byClass.put(1, x);
      byClass.put(2, y);
      rest -= x * first + y * second;
    }).join();
    byClass.merge(3, rest, Long::sum);
    rest = 0;
    return byClass;
  }
}
