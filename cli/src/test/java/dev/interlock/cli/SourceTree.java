package dev.interlock.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of sources that a test writes. */
record SourceTree(Path folder) {
  /** A task in one file that updates a counter in another: a finding of the whole compilation. */
  static final String LAUNCHER =
      """
      package door;

      import java.util.concurrent.ExecutorService;

      class Launcher {
        void start(ExecutorService pool, Counter counter) {
          for (int i = 0; i < 8; i++) {
            pool.execute(counter::add);
          }
        }
      }
      """;

  static final String COUNTER =
      """
      package door;

      class Counter {
        private int count;

        void add() {
          count++;
        }
      }
      """;

  static final String GOOD_COUNTER =
      """
      package door;

      import java.util.concurrent.atomic.AtomicInteger;

      class Counter {
        private final AtomicInteger count = new AtomicInteger();

        void add() {
          count.incrementAndGet();
        }
      }
      """;

  /** Needs a library that is not there. */
  static final String STRANGER =
      """
      package door;

      import com.example.missing.Thing;

      class Stranger {
        Thing thing;
      }
      """;

  /** Adds a file. */
  SourceTree with(String name, String source) {
    return with(name, source.getBytes(UTF_8));
  }

  /** Adds a file with these bytes. */
  SourceTree with(String name, byte[] content) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
