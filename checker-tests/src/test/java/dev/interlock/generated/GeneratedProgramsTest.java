package dev.interlock.generated;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import dev.interlock.testing.CheckTester;
import dev.interlock.testing.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;

/**
 * What is found does not depend on how a program is written down. A few programs are tried by
 * default, always the same ones: {@code -Dgenerated.tries=1000} tries more.
 */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
final class GeneratedProgramsTest {
  private static final String SEED = "5390471";

  private static final Pattern CHECK = Pattern.compile("^\\[(\\w+)] ");

  private static final Pattern TYPE = Pattern.compile("(?m)^final class (\\w+)");

  @Provide
  Arbitrary<Program> programs() {
    return Programs.any();
  }

  @Property(seed = SEED)
  void nothingIsSaidButReportsOfTheChecks(@ForAll("programs") Program program) {
    ImmutableList<String> files = ProgramText.of(program);
    assertWithMessage(String.join("\n", files))
        .that(messages(program).stream().allMatch(said -> CHECK.matcher(said).lookingAt()))
        .isTrue();
  }

  @Property(seed = SEED)
  void anotherRunAndAnotherOrderOfFilesWriteTheSameSarif(@ForAll("programs") Program program)
      throws IOException {
    Path folder = Files.createTempDirectory("generated");
    try {
      Project project = Project.in(folder).with("Root", folder);
      Path[] files =
          ProgramText.of(program).stream()
              .map(text -> project.write(typeIn(text) + ".java", text))
              .toArray(Path[]::new);

      String sarif = sarif(project, files);
      assertThat(sarif(project, files)).isEqualTo(sarif);
      Collections.reverse(Arrays.asList(files));
      assertThat(sarif(project, files)).isEqualTo(sarif);
    } finally {
      MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
    }
  }

  @Property(seed = SEED)
  void anotherRunSaysTheSame(@ForAll("programs") Program program) {
    assertWithMessage("%s", program).that(messages(program)).isEqualTo(messages(program));
  }

  @Property(seed = SEED)
  void orderOfFilesDoesNotMatter(@ForAll("programs") Program program) {
    assertSame(program, Style.FILES_REVERSED);
  }

  @Property(seed = SEED)
  void orderOfMembersDoesNotMatter(@ForAll("programs") Program program) {
    assertSame(program, Style.MEMBERS_REVERSED);
  }

  @Property(seed = SEED)
  void namesDoNotMatter(@ForAll("programs") Program program) {
    assertSame(program, Style.RENAMED);
  }

  @Property(seed = SEED)
  void noiseDoesNotMatter(@ForAll("programs") Program program) {
    assertSame(program, Style.NOISY);
  }

  @Property(seed = SEED)
  void operandMayBePutIntoALocalVariable(@ForAll("programs") Program program) {
    assertSame(program, Style.EXPRESSIONS_EXTRACTED);
  }

  @Property(seed = SEED)
  void statementsMayBePutIntoAPrivateMethod(@ForAll("programs") Program program) {
    assertSame(program, Style.STATEMENTS_EXTRACTED);
  }

  @Property(seed = SEED)
  void allOfThatMayComeTogether(@ForAll("programs") Program program) {
    assertSame(
        program,
        Style.FILES_REVERSED,
        Style.MEMBERS_REVERSED,
        Style.RENAMED,
        Style.NOISY,
        Style.EXPRESSIONS_EXTRACTED,
        Style.STATEMENTS_EXTRACTED);
  }

  @Property(seed = SEED)
  void oneMonitorAroundEverythingSilencesEverything(@ForAll("programs") Program program) {
    assertSilent(program, Style.GUARDED);
  }

  @Property(seed = SEED)
  void oneLockAroundEverythingSilencesEverything(@ForAll("programs") Program program) {
    assertSilent(program, Style.LOCKED);
  }

  private static void assertSilent(Program program, Style style) {
    ImmutableList<String> files = ProgramText.of(program, style);
    assertWithMessage(String.join("\n", files)).that(found(files)).isEmpty();
  }

  private static void assertSame(Program program, Style... styles) {
    ImmutableList<String> plain = ProgramText.of(program);
    ImmutableList<String> other = ProgramText.of(program, styles);
    assertWithMessage("%s\n%s", String.join("\n", plain), String.join("\n", other))
        .that(found(other))
        .isEqualTo(found(plain));
  }

  private static String typeIn(String text) {
    return TYPE.matcher(text).results().findFirst().orElseThrow().group(1);
  }

  /** Compiles the files, and returns what is written about them. */
  private static String sarif(Project project, Path... files) throws IOException {
    Path log = project.folder().resolve("found.sarif");
    Files.deleteIfExists(log);
    project.with("Sarif", log).compile(files);
    return Files.readString(log);
  }

  private static ImmutableList<String> messages(Program program) {
    return diagnostics(ProgramText.of(program)).stream()
        .map(said -> said.getMessage(Locale.ENGLISH))
        .collect(ImmutableList.toImmutableList());
  }

  /** Returns the reported checks with the numbers of the accesses where they are reported. */
  private static ImmutableSortedSet<String> found(ImmutableList<String> files) {
    return diagnostics(files).stream()
        .map(GeneratedProgramsTest::place)
        .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
  }

  /** A diagnostic that is no report of a check fails the property. */
  private static String place(Diagnostic<? extends JavaFileObject> said) {
    Matcher check = CHECK.matcher(said.getMessage(Locale.ENGLISH));
    assertWithMessage("%s", said).that(check.find()).isTrue();
    return check.group(1) + " " + number(said);
  }

  /** Returns the number at the end of the line that is reported. */
  private static String number(Diagnostic<? extends JavaFileObject> said) {
    try {
      String line =
          said.getSource()
              .getCharContent(true)
              .toString()
              .lines()
              .skip(said.getLineNumber() - 1)
              .findFirst()
              .orElseThrow();
      return line.replaceFirst(".*// ", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ImmutableList<Diagnostic<? extends JavaFileObject>> diagnostics(
      ImmutableList<String> files) {
    return CheckTester.of(files.toArray(String[]::new)).diagnostics();
  }
}
