package games.weltenbau.maps;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Generators, buffers and matchers have a state of their own. */
class MapGenerator {
  private final SplittableRandom dice;
  private final ByteBuffer out = ByteBuffer.allocate(1 << 20);
  private long seed;
  private final char[] line = new char[80];
  private int column;

  MapGenerator(long seed) {
    this.seed = seed;
    this.dice = new SplittableRandom(seed);
  }

  /** A generator that is not thread-safe gives the same number twice. */
  void heights(double[] heights) {
    Arrays.parallelSetAll(heights, i -> dice.nextDouble()); // RACE unsafe-collection
  }

  private int next(int bound) {
    seed = seed * 6_364_136_223_846_793_005L + 1; // RACE rmw
    return (int) Long.remainderUnsigned(seed, bound);
  }

  void trees(int count) {
    IntStream.range(0, count)
        .parallel()
        .forEach(
            i -> {
              out.putInt(next(4_096)); // RACE unsafe-collection
              line[column++ % 80] = 'T'; // RACE rmw
            });
  }
}

class SteadyMapGenerator {
  private final Random random = new Random(42);
  private int regions;

  /** java.util.Random is safe to share: slow, but it loses nothing. */
  void noise(double[] values) {
    Arrays.parallelSetAll(values, i -> random.nextDouble());
  }

  void fastNoise(double[] values) {
    Arrays.parallelSetAll(values, i -> ThreadLocalRandom.current().nextDouble());
  }

  /** One split generator and one buffer per region. */
  byte[][] regions(int count, long seed) {
    byte[][] regions = new byte[count][];
    IntStream.range(0, count)
        .parallel()
        .forEach(
            r -> {
              SplittableRandom mine = new SplittableRandom(seed + r);
              ByteBuffer buffer = ByteBuffer.allocate(1_024);
              int placed = 0;
              while (buffer.hasRemaining()) {
                buffer.put((byte) mine.nextInt(256));
                placed++;
              }
              regions[r] = placed == 0 ? new byte[0] : buffer.array();
            });
    this.regions += count;
    return regions;
  }

  int regions() {
    return regions;
  }
}
