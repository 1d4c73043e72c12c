package dev.interlock.report;

import static com.google.common.truth.Truth.assertThat;

import com.google.common.collect.ImmutableList;
import dev.interlock.report.Explanation.Run;
import dev.interlock.report.Explanation.Step;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How an explanation fits into the lines of a terminal. */
final class MessageTextTest {
  private static final URI HERE = URI.create("file:///src/shop/Stock.java");
  private static final URI THERE = URI.create("file:///src/shop/Shop.java");
  private static final CodePlace PLACE = new CodePlace(HERE, 7, 5, "items++");

  @Test
  void placesOfOtherFilesAreNamedWithTheFile() {
    assertThat(lines(explanation(new CodePlace(THERE, 9, 1, "stock.items = 0"), "Do this.")))
        .containsExactly(
            "'items' is lost",
            "Thread A: a task, no lock held",
            "Thread B: a call, holding 'a' and 'b'",
            "  A reads   items++          line 7",
            "  B writes  stock.items = 0  Shop.java:9",
            "  A writes  items++          line 7: overwrites what B wrote",
            "Do this.")
        .inOrder();
  }

  @Test
  void placeWhoseLineIsNotKnownIsNamedByItsFile() {
    assertThat(lines(explanation(new CodePlace(THERE, 0, 0, "items = 0"), "Do this.")))
        .contains("  B writes  items = 0  in Shop.java");
  }

  @Test
  void longCodeIsCutOff() {
    String code = "items = " + "1 + ".repeat(500) + "1";

    ImmutableList<String> lines = lines(explanation(new CodePlace(HERE, 9, 1, code), "Do this."));

    assertThat(lines)
        .contains("  B writes  items = 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 +...  line 9");
    assertThat(lines).hasSize(7);
  }

  @Test
  void longSentencesAreBrokenBetweenWords() {
    ImmutableList<String> lines =
        lines(explanation(PLACE, "Hold " + "one and the same ".repeat(10) + "lock."));

    assertThat(lines.subList(6, 8))
        .containsExactly(
            "Hold " + "one and the same ".repeat(6) + "one and the",
            "  same " + "one and the same ".repeat(3) + "lock.")
        .inOrder();
  }

  @Test
  void wordThatIsLongerThanALineStaysWhole() {
    String word = "x".repeat(200);

    assertThat(lines(explanation(PLACE, "Rename " + word)).subList(6, 8))
        .containsExactly("Rename", "  " + word)
        .inOrder();
  }

  private static Explanation explanation(CodePlace between, String advice) {
    return new Explanation(
        "'items' is lost",
        PLACE,
        Excerpt.NONE,
        Form.COMPUTES,
        ImmutableList.of(
            new Run("A", "a task", ImmutableList.of(PLACE), ImmutableList.of()),
            new Run("B", "a call", ImmutableList.of(between), ImmutableList.of("a", "b"))),
        ImmutableList.of(
            new Step("A", "reads", PLACE, ""),
            new Step("B", "writes", between, ""),
            new Step("A", "writes", PLACE, "overwrites what B wrote")),
        advice,
        Optional.empty());
  }

  private static ImmutableList<String> lines(Explanation explanation) {
    return ImmutableList.copyOf(MessageText.of(explanation).split("\n", -1));
  }
}
