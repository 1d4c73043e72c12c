package dev.interlock.bugpatterns;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.google.errorprone.BugCheckerInfo;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.interlock.testing.BuildLayout;
import dev.interlock.testing.CheckTester;
import dev.interlock.testing.InterlockChecks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every check has a page, and what the page says is so. */
final class CheckPagesTest {
  private static final String REPOSITORY = "https://github.com/interlock-dev/interlock/blob/main/";
  private static final Pattern CODE = Pattern.compile("(?s)```java\n(.*?)```");
  private static final Pattern MESSAGE = Pattern.compile("(?s)```text\n(\\[.*?)```");
  private static final Pattern SECTION = Pattern.compile("(?m)^## (.+)$");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+\\.md)\\)");

  static ImmutableList<Class<? extends BugChecker>> checks() {
    return CheckTester.CHECKS.asList();
  }

  @Test
  void thereIsOnePageForEachCheck() throws IOException {
    try (var pages = Files.list(folder())) {
      assertThat(pages.map(page -> page.getFileName().toString()).collect(toImmutableList()))
          .containsExactlyElementsIn(
              InterlockChecks.NAMES.stream().map(name -> name + ".md").toList());
    }
  }

  @ParameterizedTest
  @MethodSource("checks")
  void checkLinksToItsPage(Class<? extends BugChecker> check) {
    BugCheckerInfo info = BugCheckerInfo.create(check);

    assertThat(info.linkUrl())
        .isEqualTo(REPOSITORY + "docs/checks/" + info.canonicalName() + ".md");
  }

  @ParameterizedTest
  @MethodSource("checks")
  void pageHasTheSectionsOfAllPages(Class<? extends BugChecker> check) throws IOException {
    String page = page(check);

    assertThat(page).startsWith("# " + check.getSimpleName() + "\n");
    assertThat(find(SECTION, page))
        .containsExactly(
            "Why it loses updates",
            "Bad",
            "Good",
            "How to fix it",
            "When to suppress it",
            "What it cannot see")
        .inOrder();
  }

  @ParameterizedTest
  @MethodSource("checks")
  void codeIsReportedWhereItIsMarkedAndNowhereElse(Class<? extends BugChecker> check)
      throws IOException {
    ImmutableList<String> codes = find(CODE, page(check));

    assertThat(codes.size()).isAtLeast(3);
    codes.forEach(code -> CheckTester.of(code).reportsWhatIsMarked());
  }

  @ParameterizedTest
  @MethodSource("checks")
  void codeOfSuppressionIsReportedWithoutIt(Class<? extends BugChecker> check) throws IOException {
    String suppression = "@SuppressWarnings(\"" + check.getSimpleName() + "\")";
    String code = Iterables.getLast(find(CODE, page(check)));

    assertThat(code).contains(suppression);
    assertThat(CheckTester.of(code.replace(suppression, "")).onlyMessage())
        .startsWith("[" + check.getSimpleName() + "] ");
  }

  @ParameterizedTest
  @MethodSource("checks")
  void messageIsThatOfTheFirstCode(Class<? extends BugChecker> check) throws IOException {
    String page = page(check);

    assertThat(find(MESSAGE, page))
        .containsExactly(CheckTester.of(find(CODE, page).get(0)).onlyMessage() + "\n");
  }

  @ParameterizedTest
  @MethodSource("checks")
  void linksToOtherPagesLeadSomewhere(Class<? extends BugChecker> check) throws IOException {
    for (String link : find(LINK, page(check))) {
      assertWithMessage(link).that(Files.exists(folder().resolve(link))).isTrue();
    }
  }

  private static ImmutableList<String> find(Pattern pattern, String page) {
    return pattern.matcher(page).results().map(found -> found.group(1)).collect(toImmutableList());
  }

  private static String page(Class<? extends BugChecker> check) throws IOException {
    return Files.readString(folder().resolve(check.getSimpleName() + ".md"));
  }

  private static Path folder() {
    return BuildLayout.projectRoot().resolve("docs/checks");
  }
}
