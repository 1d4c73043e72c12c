package dev.interlock.generated;

import static com.google.common.truth.Truth.assertWithMessage;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.interlock.testing.CheckTester;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.MatchResult;
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

  @Provide
  Arbitrary<Program> programs() {
    return Programs.any();
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
  void oneLockAroundEverythingSilencesEverything(@ForAll("programs") Program program) {
    ImmutableList<String> files = ProgramText.of(program, Style.GUARDED);
    assertWithMessage(String.join("\n", files)).that(found(files)).isEmpty();
  }

  private static void assertSame(Program program, Style style) {
    ImmutableList<String> plain = ProgramText.of(program);
    ImmutableList<String> other = ProgramText.of(program, style);
    assertWithMessage("%s\n%s", String.join("\n", plain), String.join("\n", other))
        .that(found(other))
        .isEqualTo(found(plain));
  }

  private static ImmutableList<String> messages(Program program) {
    return diagnostics(ProgramText.of(program)).stream()
        .map(Object::toString)
        .collect(ImmutableList.toImmutableList());
  }

  /** Returns the reported checks with the numbers of the accesses where they are reported. */
  private static ImmutableSortedSet<String> found(ImmutableList<String> files) {
    return diagnostics(files).stream()
        .map(GeneratedProgramsTest::place)
        .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
  }

  /** A diagnostic that is no report of a check stands for itself, and so fails the property. */
  private static String place(Diagnostic<? extends JavaFileObject> said) {
    String message = said.getMessage(Locale.ENGLISH);
    return CHECK
        .matcher(message)
        .results()
        .findFirst()
        .map((MatchResult check) -> check.group(1) + " " + number(said))
        .orElse(said.toString());
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
