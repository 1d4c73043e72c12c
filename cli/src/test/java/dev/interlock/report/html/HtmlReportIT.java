package dev.interlock.report.html;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.collect.ImmutableList;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page in a real browser; skipped where there is none, see {@code cli/browser-test.sh}. */
final class HtmlReportIT {
  @TempDir Path folder;
  private Browser browser;

  @BeforeEach
  void showPage() throws Exception {
    Optional<Path> executable = Browser.find();
    assumeTrue(executable.isPresent(), "No Chromium found; INTERLOCK_BROWSER may name one");
    Path page = folder.resolve("report.html");
    Files.writeString(page, HtmlReport.ofSarif(ImmutableList.of(SampleLog.TEXT)).html());
    browser =
        Browser.start(executable.orElseThrow(), Files.createDirectories(folder.resolve("profile")));
    browser.show(page);
  }

  @AfterEach
  void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void pageLoadsNothingButItself() {
    ImmutableList<JsonObject> requests = browser.events("Network.requestWillBeSent");

    assertThat(
            requests.stream()
                .map(request -> request.getAsJsonObject("request").get("url").getAsString()))
        .containsExactly(folder.resolve("report.html").toUri().toString());
  }

  @Test
  void pageHasNoErrors() throws Exception {
    assertThat(browser.evaluate("document.title").getAsString())
        .isEqualTo("Interlock: lost updates");
    assertThat(browser.events("Log.entryAdded")).isEmpty();
    assertThat(browser.events("Runtime.exceptionThrown")).isEmpty();
  }

  @Test
  void hostileTextIsTextAndNothingElse() throws Exception {
    assertThat(number("document.querySelectorAll('main img, main script').length")).isEqualTo(0);
    assertThat(browser.evaluate("typeof window.hacked").getAsString()).isEqualTo("undefined");
    assertThat(browser.evaluate("document.body.textContent").getAsString())
        .contains("<img src=x onerror=\"window.hacked=1\">");
  }

  @Test
  void everyFindingIsDrawn() throws Exception {
    int findings = number("document.querySelectorAll('.finding').length");

    assertThat(findings).isEqualTo(3);
    assertThat(number("document.querySelectorAll('.finding > svg').length")).isEqualTo(findings);
    assertThat(number("document.querySelectorAll('svg rect.step').length")).isEqualTo(3 * findings);
    assertThat(number("document.querySelectorAll('svg .lost').length")).isEqualTo(findings);
    assertThat(number("document.querySelectorAll('svg .lane.locked').length")).isEqualTo(1);
  }

  @Test
  void stepsAreReadFromTopToBottomOnTheSideOfTheirThread() throws Exception {
    assertThat(seenIn("UnsafeReadModifyWrite", "text.action, text.lost"))
        .isEqualTo(
            "left: 1. A reads | right: 2. B writes | left: 3. A writes | middle: lost: B's value");
  }

  @Test
  void locksOfBothThreadsAreReadAboveTheirSteps() throws Exception {
    assertThat(seenIn("NonAtomicCheckThenAct", "text.locks, text.action"))
        .startsWith("left: holds this | right: holds no lock | left: 1. A reads");
  }

  /** Returns what a person reads from top to bottom in the drawing of a finding, and where. */
  private String seenIn(String check, String kind) throws Exception {
    return browser
        .evaluate(
            """
            (function () {
              var drawing = document.querySelector('[data-check=%s] > svg');
              drawing.scrollIntoView({block: 'center'});
              var box = drawing.getBoundingClientRect();
              return Array.from(drawing.querySelectorAll('%s')).map(function (text) {
                var place = text.getBoundingClientRect();
                var x = place.left + place.width / 2, y = place.top + place.height / 2;
                return {
                  text: text.textContent, x: (x - box.left) / box.width, y: y,
                  covered: document.elementFromPoint(x, y) !== text,
                  faint: getComputedStyle(text).fill === getComputedStyle(document.body).backgroundColor
                };
              }).filter(function (text) { return !text.covered && !text.faint; })
                .sort(function (a, b) { return a.y - b.y || a.x - b.x; })
                .map(function (text) {
                  return (text.x < 0.35 ? 'left' : text.x > 0.65 ? 'right' : 'middle')
                      + ': ' + text.text;
                }).join(' | ');
            })()
            """
                .formatted(check, kind))
        .getAsString();
  }

  @Test
  void textOfTheDrawingStaysInItsBox() throws Exception {
    assertThat(
            number(
                """
                Array.from(document.querySelectorAll('svg text.code, svg text.action'))
                  .filter(text => text.getBBox().width > 310).length
                """))
        .isEqualTo(0);
    assertThat(
            number(
                """
                Array.from(document.querySelectorAll('svg text.state-text, svg text.losing'))
                  .filter(text => text.getBBox().width > 200).length
                """))
        .isEqualTo(0);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 800, 1600})
  void pageFitsIntoTheWindow(int width) throws Exception {
    browser.resize(width);

    assertThat(number("document.documentElement.scrollWidth")).isAtMost(width);
  }

  @Test
  void linksLeadToFindings() throws Exception {
    assertThat(number("document.querySelectorAll('table a').length")).isEqualTo(6);
    assertThat(
            number(
                """
                Array.from(document.querySelectorAll('table a'))
                  .filter(link => !document.querySelector(link.getAttribute('href'))).length
                """))
        .isEqualTo(0);
  }

  @Test
  void findingsAreFilteredByCheck() throws Exception {
    assertThat(shown()).isEqualTo("3 of 3 shown");

    input("check.value = 'NonAtomicCheckThenAct'");

    assertThat(shown()).isEqualTo("1 of 3 shown");
    assertThat(visible()).isEqualTo("NonAtomicCheckThenAct");
  }

  @Test
  void findingsAreFilteredByText() throws Exception {
    input("text.value = 'ALBUMS.java'");

    assertThat(shown()).isEqualTo("1 of 3 shown");
    assertThat(visible()).isEqualTo("UnsafeReadModifyWrite");
  }

  @Test
  void acceptedFindingsCanBeHidden() throws Exception {
    input("accepted.checked = false");

    assertThat(shown()).isEqualTo("2 of 3 shown");
  }

  private void input(String assignment) throws Exception {
    JsonElement unused =
        browser.evaluate(
            """
            (function () {
              var check = document.getElementById('check');
              var text = document.getElementById('text');
              var accepted = document.getElementById('accepted');
              %s;
              check.dispatchEvent(new Event('input'));
              return true;
            })()
            """
                .formatted(assignment));
  }

  private String shown() throws Exception {
    return browser.evaluate("document.getElementById('shown').textContent").getAsString();
  }

  private String visible() throws Exception {
    return browser
        .evaluate(
            """
            Array.from(document.querySelectorAll('.finding'))
              .filter(finding => finding.offsetHeight > 0)
              .map(finding => finding.dataset.check).join()
            """)
        .getAsString();
  }

  private int number(String expression) throws Exception {
    return browser.evaluate(expression).getAsInt();
  }
}
