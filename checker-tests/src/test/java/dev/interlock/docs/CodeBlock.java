package dev.interlock.docs;

import static com.google.common.base.Preconditions.checkState;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Joiner;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import dev.interlock.testing.BuildLayout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A fenced block of code of a page.
 *
 * @param page the page, as seen from the root of the project
 * @param line the line that the block begins in
 * @param language the first word after the fence; empty if there is none
 * @param file what the block is an excerpt of, as {@code file=} after the language names it
 * @param section the text of the page from the last heading to the block
 */
record CodeBlock(
    Path page, int line, String language, Optional<Path> file, String section, String text) {
  private static final String FENCE = "```";
  private static final String FILE = "file=";
  private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings();
  private static final Joiner LINES = Joiner.on('\n');

  /** The pages for users. */
  static ImmutableList<Path> pages() {
    Path root = BuildLayout.projectRoot();
    try (Stream<Path> docs = Files.walk(root.resolve("docs"))) {
      return Stream.concat(Stream.of(root.resolve("README.md"), root.resolve("CHANGELOG.md")), docs)
          .filter(path -> path.toString().endsWith(".md"))
          .sorted()
          .collect(toImmutableList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All blocks of all pages. */
  static Stream<CodeBlock> all() {
    return pages().stream().flatMap(page -> of(page).stream());
  }

  /** The blocks in these languages. */
  static Stream<CodeBlock> in(String... languages) {
    return all().filter(block -> List.of(languages).contains(block.language));
  }

  private static ImmutableList<CodeBlock> of(Path page) {
    List<String> lines = lines(page);
    ImmutableList.Builder<CodeBlock> blocks = ImmutableList.builder();
    int heading = 0;
    for (int start = 0; start < lines.size(); start++) {
      if (lines.get(start).startsWith("#")) {
        heading = start;
      } else if (lines.get(start).startsWith(FENCE)) {
        int end = start + 1;
        while (!lines.get(end).equals(FENCE)) {
          end++;
        }
        blocks.add(of(page, start, lines, heading, end));
        start = end;
      }
    }
    return blocks.build();
  }

  private static CodeBlock of(Path page, int start, List<String> lines, int heading, int end) {
    List<String> words = WORDS.splitToList(lines.get(start).substring(FENCE.length()));
    return new CodeBlock(
        BuildLayout.projectRoot().relativize(page),
        start + 1,
        words.isEmpty() ? "" : words.get(0),
        words.stream()
            .filter(word -> word.startsWith(FILE))
            .map(word -> BuildLayout.projectRoot().resolve(word.substring(FILE.length())))
            .findFirst(),
        LINES.join(lines.subList(heading, start)),
        LINES.join(lines.subList(start + 1, end)) + "\n");
  }

  /** The lines of a file. */
  static List<String> lines(Path file) {
    checkState(Files.exists(file), "%s is not there", file);
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the block is, for the name of a test. */
  @Override
  public String toString() {
    return "%s:%d %s".formatted(page, line, language);
  }
}
