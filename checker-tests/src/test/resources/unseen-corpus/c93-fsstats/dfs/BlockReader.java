package dfs;

import java.util.Arrays;

/** Reads blocks with a buffer of the thread. */
final class BlockReader {
  private static final ThreadLocal<byte[]> BUFFER = ThreadLocal.withInitial(() -> new byte[4096]);
  private static final ThreadLocal<Integer> NESTING = new ThreadLocal<>();

  private final Statistics statistics;

  BlockReader(Statistics statistics) {
    this.statistics = statistics;
  }

  int read(long block, int length) {
    Integer depth = NESTING.get();
    NESTING.set(depth == null ? 1 : depth + 1);
    try {
      byte[] buffer = BUFFER.get();
      int checksum = 0;
      for (int i = 0; i < Math.min(length, buffer.length); i++) {
        buffer[i] += (byte) (block + i);
        checksum += buffer[i];
      }
      statistics.read(length);
      Arrays.fill(buffer, (byte) 0);
      return checksum;
    } finally {
      if (depth == null) {
        NESTING.remove();
      } else {
        NESTING.set(depth);
      }
    }
  }
}
