package dev.interlock.examples.stress;

import dev.interlock.examples.cache.BuggyConcurrentPriceCache;
import dev.interlock.examples.cache.BuggyLockedPriceCache;
import dev.interlock.examples.cache.Catalogue;
import dev.interlock.examples.cache.ConcurrentPriceCache;
import dev.interlock.examples.cache.MutexPriceCache;
import dev.interlock.examples.cache.PriceCache;
import dev.interlock.examples.cache.Quote;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A price rises 10,000 times while others ask for it. The product is alone in its family, so price
 * and total must be equal; lost are the changes that a reader saw without their invalidation.
 */
final class CacheStress {
  private static final int CHANGES = 10_000;
  private static final int READERS = 3;
  private static final String PRODUCT = "lamp";

  private CacheStress() {}

  static List<Version> versions() {
    return List.of(
        version(BuggyLockedPriceCache.class, BuggyLockedPriceCache::new),
        version(BuggyConcurrentPriceCache.class, BuggyConcurrentPriceCache::new),
        version(MutexPriceCache.class, MutexPriceCache::new),
        version(ConcurrentPriceCache.class, ConcurrentPriceCache::new));
  }

  private static <T extends PriceCache> Version version(
      Class<T> subject, Function<Catalogue, T> constructor) {
    return new Version(
        "cache",
        subject.getSimpleName(),
        () -> {
          PriceCache cache = constructor.apply(new SlowCatalogue());
          Set<Long> torn = ConcurrentHashMap.newKeySet();
          Thread writer = Contention.start(() -> raisePrice(cache));
          List<Thread> readers =
              Stream.generate(() -> Contention.start(() -> watch(cache, writer, torn)))
                  .limit(READERS)
                  .toList();
          for (Thread reader : readers) {
            reader.join();
          }
          return new Outcome(torn.size(), CHANGES);
        });
  }

  private static void raisePrice(PriceCache cache) {
    for (long cents = 1; cents <= CHANGES; cents++) {
      cache.set(PRODUCT, cents);
      Contention.pause();
    }
  }

  /**
   * Asks for quotes until the writer is done, and notes the changes of which only half was seen.
   */
  private static void watch(PriceCache cache, Thread writer, Set<Long> torn) {
    while (writer.isAlive()) {
      Optional<Quote> quote = cache.quote(PRODUCT);
      quote.filter(CacheStress::isTorn).ifPresent(half -> torn.add(newest(half)));
    }
  }

  private static long newest(Quote quote) {
    return Math.max(quote.cents(), quote.familyCents());
  }

  private static boolean isTorn(Quote quote) {
    return quote.cents() != quote.familyCents();
  }

  /** Answers after a moment, as a catalogue behind a network does. */
  private static final class SlowCatalogue implements Catalogue {
    @Override
    public String familyOf(String product) {
      Contention.pause();
      return "lights";
    }

    @Override
    public Set<String> productsOf(String family) {
      return Set.of(PRODUCT);
    }
  }
}
