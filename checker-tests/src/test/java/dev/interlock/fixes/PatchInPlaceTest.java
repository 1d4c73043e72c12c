package dev.interlock.fixes;

import static com.google.common.truth.Truth.assertThat;

import dev.interlock.testing.Project;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A patch changes the ranges that it is about, and no byte besides. */
final class PatchInPlaceTest {
  private static final String BEFORE =
      """
      package visits;

      // Räume,\t日本 and 𝄞; spaces at the end:\s\s
      class Visits {
        private volatile int count; /* naïve */

        void visit() {
      \t  count++;   // « one »
        }

        String name() { return "ÿ\\u00ff" + ';' ; }
      }
      """;

  private static final String AFTER =
      BEFORE
          .replace(
              "package visits;\n",
              "package visits;\n\nimport java.util.concurrent.atomic.AtomicInteger;\n")
          .replace(
              "private volatile int count;",
              "private final AtomicInteger count = new AtomicInteger();")
          .replace("count++;", "count.incrementAndGet();");

  private static final String LATIN = BEFORE.replace("日本", "").replace("𝄞", "");

  @TempDir Path folder;
  private Project project;

  @BeforeEach
  void setUp() {
    project = Project.in(folder).withFlag("-XepPatchChecks:UnsafeReadModifyWrite");
  }

  @Test
  void allElseStaysAsItIs() throws IOException {
    Path file = project.write("Visits.java", BEFORE);

    patch(file);

    assertThat(Files.readString(file)).isEqualTo(AFTER);
  }

  /** The imports are written by Error Prone, with the line breaks of Unix. */
  @Test
  void lineBreaksOfWindowsStayBelowTheImports() throws IOException {
    Path file = project.write("Visits.java", BEFORE.replace("\n", "\r\n"));

    patch(file);

    String patched = Files.readString(file);
    assertThat(patched.replace("\r\n", "\n").replaceAll("\n+", "\n"))
        .isEqualTo(AFTER.replaceAll("\n+", "\n"));
    assertThat(patched.substring(patched.indexOf("\r\n// R")))
        .isEqualTo(AFTER.substring(AFTER.indexOf("\n// R")).replace("\n", "\r\n"));
  }

  @Test
  void mixedLineBreaksStayOutsideOfThePatch() throws IOException {
    String mixed = BEFORE.replace("  }\n", "  }\r\n").replace("naïve */\n", "naïve */\r\n");
    Path file = project.write("Visits.java", mixed);

    patch(file);

    assertThat(Files.readString(file).replace("\r\n", "\n")).isEqualTo(AFTER);
    assertThat(Files.readString(file)).contains("naïve */\r\n");
    assertThat(Files.readString(file)).contains("spaces at the end:  \n");
    assertThat(Files.readString(file)).contains("  }\r\n\n  String name()");
  }

  @Test
  void missingLineBreakAtTheEndStaysMissing() throws IOException {
    Path file = project.write("Visits.java", BEFORE.stripTrailing());

    patch(file);

    assertThat(Files.readString(file)).isEqualTo(AFTER.stripTrailing());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISO-8859-1", "UTF-16"})
  void fileThatErrorProneWouldMisreadIsLeftAlone(String charset) throws IOException {
    Path file = project.write("Visits.java", "");
    byte[] before = LATIN.getBytes(Charset.forName(charset));
    Files.write(file, before);
    Project encoded = project.withOption("-encoding").withOption(charset);

    encoded.withFlag("-XepPatchLocation:IN_PLACE").compile(file);

    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void asciiIsPatchedInWhateverEncoding() throws IOException {
    Path file = project.write("Visits.java", LATIN.replaceAll("[^\\x00-\\x7f]", "?"));
    Project encoded = project.withOption("-encoding").withOption("ISO-8859-1");

    encoded.withFlag("-XepPatchLocation:IN_PLACE").compile(file);

    assertThat(Files.readString(file)).contains("count.incrementAndGet();");
  }

  @Test
  void fileWithoutFindingsIsNotTouched() throws IOException {
    Path file = project.write("Visits.java", BEFORE);
    Path other = project.write("Other.java", "class Other {int\tx;\r\n\n}");
    Files.setLastModifiedTime(other, FileTime.fromMillis(1_000_000));

    patch(file, other);

    assertThat(Files.readString(other)).isEqualTo("class Other {int\tx;\r\n\n}");
    assertThat(Files.getLastModifiedTime(other).toMillis()).isEqualTo(1_000_000);
  }

  @Test
  void patchThatIsAskedForAsAFileLeavesTheSourcesAlone() throws IOException {
    Path file = project.write("Visits.java", BEFORE);
    Path patches = Files.createDirectories(folder.resolve("patches"));

    project.withFlag("-XepPatchLocation:" + patches).compile(file);

    assertThat(Files.readString(file)).isEqualTo(BEFORE);
    assertThat(Files.readString(patches.resolve("error-prone.patch")))
        .contains("+\t  count.incrementAndGet();   // « one »");
  }

  @Test
  void compilationThatIsNotToldToPatchWritesNothing() throws IOException {
    Path file = project.write("src/Visits.java", BEFORE);

    assertThat(Project.in(folder).compile(file).places()).isNotEmpty();

    try (Stream<Path> all = Files.walk(folder)) {
      assertThat(all.filter(Files::isRegularFile)).containsExactly(file);
    }
    assertThat(Files.readString(file)).isEqualTo(BEFORE);
  }

  private void patch(Path... files) {
    assertThat(project.withFlag("-XepPatchLocation:IN_PLACE").compile(files).succeeded()).isTrue();
  }
}
