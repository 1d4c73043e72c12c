package dev.interlock.bugpatterns;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.common.collect.ImmutableList;
import dev.interlock.testing.BuildLayout;
import dev.interlock.testing.CheckTester;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The messages for the documented bugs can be read in a terminal. */
final class MessageFormTest {
  private static final int MAX_LINES = 12;
  private static final int MAX_COLUMNS = 120;

  /** Error Prone adds the name of the check in front, and the link and the fix below. */
  private static final String ADDED = "^\\[\\w+] |\n +\\(see \\S+\\)(?s:\n  Did you mean.*)?$";

  @ParameterizedTest
  @ValueSource(strings = {"albums", "cache", "metrics", "middleware", "orders"})
  void messageHasFewLinesAndNoneIsLong(String incident) {
    String[] sources =
        BuildLayout.javaFiles(folder("buggy", incident)).stream()
            .map(MessageFormTest::read)
            .toArray(String[]::new);
    ImmutableList<String> messages =
        CheckTester.of(sources)
            .withOptions("-sourcepath", folder("main", "").toString())
            .diagnostics()
            .stream()
            .map(said -> said.getMessage(Locale.ENGLISH).replaceAll(ADDED, ""))
            .collect(toImmutableList());

    for (String message : messages) {
      assertWithMessage(message).that(message.lines().count()).isAtMost(MAX_LINES);
      message.lines().forEach(line -> assertThat(line.length()).isAtMost(MAX_COLUMNS));
    }
  }

  private static Path folder(String kind, String incident) {
    Path root = BuildLayout.projectRoot().resolve("examples/src").resolve(kind).resolve("java");
    return incident.isEmpty() ? root : root.resolve("dev/interlock/examples").resolve(incident);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
