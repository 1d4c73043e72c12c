package dev.interlock.report.html;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.ImmutableList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page says, and what it can be made of. */
final class HtmlReportTest {
  private static final Pattern REFERENCE =
      Pattern.compile("<[^>]*\\s(?:src|href|action|data)=\"([^\"#][^\"]*)\"");

  private static final Pattern TAG = Pattern.compile("</?[a-z]+");

  @Test
  void findingsStandByCheckAndByFile() throws Exception {
    assertThat(page(SampleLog.TEXT))
        .contains("<td><a href=\"#finding-1\">UnsafeReadModifyWrite</a></td><td>1</td>");
    assertThat(page(SampleLog.TEXT)).contains("<h2>src/a b/Sizes.java</h2>");
    assertThat(page(SampleLog.TEXT)).contains("<h1>2 lost updates, and 1 accepted</h1>");
  }

  @Test
  void sourceIsShownWithTheLineOfTheFinding() throws Exception {
    assertThat(page(SampleLog.TEXT))
        .contains("<span class=\"line hit\"><span class=\"number\">19</span>\t&#39;count&#39;");
  }

  @Test
  void drawingTellsTheStepsInTheirOrderAndWhatIsLost() throws Exception {
    String page =
        page(SampleLog.log(SampleLog.result("C", "A.java", "'n' is lost", "computes", "", "")));

    assertThat(
            ImmutableList.of(
                page.indexOf(">1. A reads<"),
                page.indexOf(">2. B writes<"),
                page.indexOf(">3. A writes<"),
                page.indexOf(">lost: B&#39;s value<")))
        .isInStrictOrder();
    assertThat(page).contains(">holds no lock<");
  }

  @Test
  void locksAreNamed() throws Exception {
    assertThat(page(SampleLog.TEXT)).contains(">holds this<");
    assertThat(page(SampleLog.TEXT)).contains("Thread A: a task, holding <code>this</code>");
  }

  @Test
  void nothingIsLoadedAndOnlyPagesOfTheWebAreLinked() throws Exception {
    String page = page(SampleLog.TEXT);

    assertThat(REFERENCE.matcher(page).results().map(reference -> reference.group(1)))
        .containsExactly("https://example.com/page.md");
    assertThat(page).doesNotContain("url(");
    assertThat(page).doesNotContain("@import");
  }

  @Test
  void hostileTextNeitherOpensNorClosesAnything() throws Exception {
    String page = page(SampleLog.TEXT);
    String harmless = page(SampleLog.TEXT.replace("<", "(").replace(">", ")"));

    assertThat(page).contains("&lt;/script&gt;&lt;img src=x onerror=&quot;window.hacked=1&quot;");
    assertThat(TAG.matcher(page).results().map(MatchResult::group).toList())
        .isEqualTo(TAG.matcher(harmless).results().map(MatchResult::group).toList());
  }

  @Test
  void hugeMessageIsWrittenWhole() throws Exception {
    String huge = "'count' " + "<b>&".repeat(100_000);

    assertThat(page(SampleLog.log(SampleLog.result("C", "A.java", huge, "computes", "", ""))))
        .contains("'count' ".replace("'", "&#39;") + "&lt;b&gt;&amp;".repeat(100_000));
  }

  @Test
  void severalLogsMakeOnePageThatTellsEachFindingOnce() throws Exception {
    String other = SampleLog.log(SampleLog.result("C", "A.java", "x", "computes", "", ""));

    assertThat(HtmlReport.ofSarif(ImmutableList.of(other, other)).html())
        .contains("<h1>1 lost update</h1>");
    assertThat(HtmlReport.ofSarif(ImmutableList.of(SampleLog.TEXT, other)).html())
        .contains("<h1>3 lost updates, and 1 accepted</h1>");
  }

  @Test
  void pageWithoutFindingsSaysSo() throws Exception {
    assertThat(page(SampleLog.log())).contains("Nothing was found.");
  }

  @Test
  void resultsOfOtherToolsAreLeftOut() throws Exception {
    assertThat(page(SampleLog.TEXT.replace("\"Interlock\"", "\"Other\"")))
        .contains("Nothing was found.");
  }

  @Test
  void whatIsNoLogIsRefused() {
    for (String text :
        ImmutableList.of("", "[]", "{}", "<html>", "{\"runs\": 1}", "{\"runs\": [1]}")) {
      assertThrows(InvalidSarifException.class, () -> page(text));
    }
  }

  @Test
  void mergedLogHasTheResultsOfAllOnce() throws Exception {
    String one = SampleLog.log(SampleLog.result("C", "A.java", "x", "computes", "", ""));

    String merged = SarifMerge.merge(ImmutableList.of(one, SampleLog.TEXT, one));

    assertThat(SarifReader.read(merged)).hasSize(4);
    assertThat(SarifMerge.merge(ImmutableList.of(merged))).isEqualTo(merged);
  }

  @Test
  void logsOfDifferentToolsAreNotMerged() {
    String other = SampleLog.TEXT.replace("\"Interlock\"", "\"Other\"");

    assertThrows(
        InvalidSarifException.class,
        () -> SarifMerge.merge(ImmutableList.of(SampleLog.TEXT, other)));
    assertThrows(InvalidSarifException.class, () -> SarifMerge.merge(ImmutableList.of("{}", "{}")));
  }

  private static String page(String log) throws InvalidSarifException {
    return HtmlReport.ofSarif(ImmutableList.of(log)).html();
  }
}
