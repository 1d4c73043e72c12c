package dev.interlock.cli;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command lines of the documentation are understood. */
final class DocumentedCommandsTest {
  private static final Pattern SHELL = Pattern.compile("(?s)```sh\n(.*?)```");
  private static final Pattern COMMAND =
      Pattern.compile("(?m)^java -jar \\S*interlock-cli\\S*\\.jar (.+)$");

  /** What is in quotes is one argument, whatever the shell puts in there. */
  private static final Pattern ARGUMENT = Pattern.compile("\"[^\"]*\"|\\S+");

  static ImmutableList<String> commands() throws IOException {
    Path root = Path.of(System.getProperty("interlock.root"));
    ImmutableList.Builder<String> pages = ImmutableList.builder();
    pages.add(Files.readString(root.resolve("README.md")));
    try (Stream<Path> docs = Files.walk(root.resolve("docs"))) {
      for (Path page : docs.filter(path -> path.toString().endsWith(".md")).toList()) {
        pages.add(Files.readString(page));
      }
    }
    return pages.build().stream()
        .flatMap(page -> SHELL.matcher(page).results())
        .flatMap(block -> COMMAND.matcher(block.group(1)).results())
        .map(command -> command.group(1))
        .collect(toImmutableList());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void commandIsUnderstood(String command) {
    Main.commandLine().parseArgs(arguments(command));
  }

  @Test
  void commandThatIsNoneIsNotUnderstood() {
    assertThrows(
        UnmatchedArgumentException.class,
        () -> Main.commandLine().parseArgs(arguments("inspect src/main/java")));
  }

  @Test
  void thereAreCommands() throws IOException {
    assertThat(commands()).isNotEmpty();
  }

  private static String[] arguments(String command) {
    return ARGUMENT.matcher(command).results().map(MatchResult::group).toArray(String[]::new);
  }
}
