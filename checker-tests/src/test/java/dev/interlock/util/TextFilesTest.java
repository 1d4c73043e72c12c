package dev.interlock.util;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are written whole, and by one writer after the other. */
final class TextFilesTest {
  @TempDir Path folder;

  @Test
  void fileIsWrittenAndReplaced() throws IOException {
    Path parent = folder.resolve("new/folder");
    Path file = parent.resolve("file.txt");

    TextFiles.write(file, "one\n");
    TextFiles.write(file, "zwölf\n");

    assertThat(Files.readString(file)).isEqualTo("zwölf\n");
    assertThat(contents(parent)).containsExactly(file);
  }

  @Test
  void linkStaysALink() throws IOException {
    Path target = Files.writeString(folder.resolve("target.txt"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.txt"), target);

    TextFiles.write(link, "new");

    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(Files.readString(target)).isEqualTo("new");
  }

  @Test
  void failureLeavesNothingBehind() throws IOException {
    Path target = folder.resolve("is-a-folder");
    Files.createDirectories(target.resolve("with-something-in-it"));

    assertThrows(IOException.class, () -> TextFiles.write(target, "text"));

    assertThat(contents(folder)).containsExactly(target);
  }

  @Test
  void readOnlyFileStaysAsItIs() throws IOException {
    Path file = Files.writeString(folder.resolve("file.txt"), "old");
    assertThat(file.toFile().setReadOnly()).isTrue();

    assertThrows(AccessDeniedException.class, () -> TextFiles.write(file, "new"));

    assertThat(Files.readString(file)).isEqualTo("old");
    assertThat(contents(folder)).containsExactly(file);
  }

  @Test
  void interruptedWriterWritesTheWholeTextOrNothing() throws IOException {
    Path file = Files.writeString(folder.resolve("file.txt"), "old");

    Thread.currentThread().interrupt();
    try {
      TextFiles.write(file, "new");
    } catch (IOException e) {
      assertThat(Files.readString(file)).isEqualTo("old");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }

    assertThat(Files.readString(file)).isAnyOf("old", "new");
    assertThat(contents(folder)).containsExactly(file);
  }

  /** A writer that is killed before it is done must not be seen. */
  @Test
  void textIsNeverSeenInPart() throws Exception {
    Path file = Files.writeString(folder.resolve("file.txt"), "a".repeat(1_000_000));
    ExecutorService writer = Executors.newSingleThreadExecutor();
    try {
      Future<Boolean> written =
          writer.submit(
              () -> {
                for (int i = 0; i < 50; i++) {
                  TextFiles.write(file, (i % 2 == 0 ? "b" : "a").repeat(1_000_000));
                }
                return true;
              });
      while (!written.isDone()) {
        String seen = Files.readString(file);
        assertThat(seen.length()).isEqualTo(1_000_000);
        assertThat(seen.charAt(999_999)).isEqualTo(seen.charAt(0));
      }
      assertThat(written.get()).isTrue();
    } finally {
      writer.shutdownNow();
    }
  }

  @Test
  void failedChangeLeavesTheFileAsItWas() throws IOException {
    Path file = Files.writeString(folder.resolve("file.txt"), "old");

    assertThrows(
        IOException.class,
        () ->
            TextFiles.update(
                file,
                before -> {
                  throw new IOException("no");
                }));

    assertThat(Files.readString(file)).isEqualTo("old");
  }

  @Test
  void changesAtTheSameTimeAllCount() throws Exception {
    Path file = folder.resolve("count.txt");
    Callable<Boolean> increment =
        () -> {
          TextFiles.update(
              file, before -> String.valueOf(before.map(Integer::parseInt).orElse(0) + 1));
          return true;
        };
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (Future<Boolean> done : threads.invokeAll(Collections.nCopies(50, increment))) {
        assertThat(done.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(Files.readString(file)).isEqualTo("50");
  }

  private static ImmutableList<Path> contents(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.collect(ImmutableList.toImmutableList());
    }
  }
}
