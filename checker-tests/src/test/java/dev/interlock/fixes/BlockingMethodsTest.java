package dev.interlock.fixes;

import static com.google.common.truth.Truth.assertThat;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No lock is held while a method waits, be it far from the file at hand. */
final class BlockingMethodsTest {
  private static final String SOURCE =
      """
      import java.util.concurrent.atomic.AtomicInteger;

      class Sample {
        private final AtomicInteger open = new AtomicInteger();

        synchronized void close() {
          open.decrementAndGet();
        }

        synchronized void closeAll() {
          open.set(0);
        }

        boolean open() {
          if (open.get() < 10) {
            Pause.rest();
            open.incrementAndGet();
            return true;
          }
          return false;
        }
      }
      """;

  @TempDir Path work;

  @Test
  void lockIsNotHeldWhileAMethodElsewhereSleeps() throws IOException {
    assertThat(
            patched(
                """
                final class Pause {
                  static void rest() {
                    restFor(10);
                  }

                  private static void restFor(long millis) {
                    try {
                      Thread.sleep(millis);
                    } catch (InterruptedException e) {
                      Thread.currentThread().interrupt();
                    }
                  }
                }
                """))
        .isEqualTo(SOURCE);
  }

  @Test
  void lockIsNotHeldWhileAMethodElsewhereCallsAnotherMachine() throws IOException {
    assertThat(
            patched(
                """
                final class Pause {
                  static void rest() {
                    try {
                      new java.net.Socket("localhost", 80).close();
                    } catch (java.io.IOException e) {
                      throw new java.io.UncheckedIOException(e);
                    }
                  }
                }
                """))
        .isEqualTo(SOURCE);
  }

  @Test
  void lockIsHeldWhileAMethodElsewhereComputes() throws IOException {
    assertThat(
            patched(
                """
                final class Pause {
                  static int rest() {
                    return Math.max(1, 2);
                  }
                }
                """))
        .contains("synchronized (this) {\n      if (open.get() < 10) {");
  }

  private String patched(String pause) throws IOException {
    return new PatchedInPlace(work, ImmutableMap.of("Pause.java", pause)).patch(SOURCE);
  }
}
