package programs;

import dev.interlock.soundness.Protocol;
import java.util.stream.IntStream;

/** Elements of a stream, counted aside or by the stream. */
final class Streams {
  private Streams() {}

  static final class CountedAside implements Protocol {
    private int count;

    @Override
    public int updates() {
      return 100_000;
    }

    @Override
    public int run() throws Exception {
      IntStream.range(0, 100_000).parallel().forEach(i -> count++);
      return count;
    }
  }

  static final class Sequential implements Protocol {
    private int count;

    @Override
    public int updates() {
      return 100_000;
    }

    @Override
    public int run() throws Exception {
      IntStream.range(0, 100_000).forEach(i -> count++);
      return count;
    }
  }

  static final class Reduced implements Protocol {
    private int count;

    @Override
    public int updates() {
      return 100_000;
    }

    @Override
    public int run() throws Exception {
      count = IntStream.range(0, 100_000).parallel().map(i -> 1).sum();
      return count;
    }
  }
}
