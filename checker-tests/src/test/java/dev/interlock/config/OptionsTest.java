package dev.interlock.config;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.ErrorProneFlags;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the flags given to Error Prone mean to us. */
final class OptionsTest {

  @Test
  void allOptionsHaveDefaults() {
    Options options = parse();

    assertThat(options.models()).isEmpty();
    assertThat(options.report()).isEqualTo(ReportLevel.DEFAULT);
    assertThat(options.fix()).isEqualTo(FixFamily.EXPERT);
    assertThat(options.debug()).isFalse();
  }

  @Test
  void modelsAreFilesSeparatedByCommas() {
    assertThat(parse("Interlock:Models", "a.model, models/b.model,").models())
        .containsExactly(Path.of("a.model"), Path.of("models/b.model"))
        .inOrder();
  }

  @Test
  void reportIsALevel() {
    assertThat(parse("Interlock:Report", "suspected").report()).isEqualTo(ReportLevel.SUSPECTED);
    assertThat(parse("Interlock:Report", "default").report()).isEqualTo(ReportLevel.DEFAULT);
  }

  @Test
  void fixIsAFamily() {
    assertThat(parse("Interlock:Fix", "atomic").fix()).isEqualTo(FixFamily.ATOMIC);
    assertThat(parse("Interlock:Fix", "mutex").fix()).isEqualTo(FixFamily.MUTEX);
    assertThat(problem("Interlock:Fix", "lock")).endsWith("the value must be atomic or mutex");
  }

  @Test
  void debugIsOnOrOff() {
    assertThat(parse("Interlock:Debug", "true").debug()).isTrue();
    assertThat(parse("Interlock:Debug", "false").debug()).isFalse();
  }

  @Test
  void outputsAreAskedFor() {
    Outputs none = parse().outputs();

    assertThat(none.sarif()).isEmpty();
    assertThat(none.root()).isEmpty();
    assertThat(none.baseline()).isEmpty();
    assertThat(none.writeBaseline()).isEmpty();
    assertThat(none.summary()).isTrue();
    assertThat(none.unusedSuppressions()).isFalse();
    assertThat(parse("Interlock:Root", "..").outputs().root()).hasValue(Path.of(".."));
    assertThat(parse("Interlock:Baseline", "a.txt").outputs().baseline())
        .hasValue(Path.of("a.txt"));
    assertThat(parse("Interlock:WriteBaseline", "a.txt").outputs().writeBaseline())
        .hasValue(Path.of("a.txt"));
    assertThat(parse("Interlock:Summary", "false").outputs().summary()).isFalse();
    assertThat(parse("Interlock:UnusedSuppressions", "true").outputs().unusedSuppressions())
        .isTrue();
  }

  @Test
  void sarifGoesToAFileOrIntoAFolder(@TempDir Path folder) {
    assertThat(parse("Interlock:Sarif", "out/a.sarif").outputs().sarif())
        .hasValue(new Destination(Path.of("out/a.sarif"), false));
    assertThat(parse("Interlock:Sarif", "out/").outputs().sarif())
        .hasValue(new Destination(Path.of("out"), true));
    assertThat(parse("Interlock:Sarif", folder.toString()).outputs().sarif())
        .hasValue(new Destination(folder, true));
  }

  @Test
  void pathMayNotBeLeftOut() {
    assertThat(problem("Interlock:Baseline", "true"))
        .isEqualTo("-XepOpt:Interlock:Baseline=true is not understood; the value must be a path");
    assertThat(problem("Interlock:Sarif", "")).endsWith("the value must be a path");
  }

  @Test
  void prefixInAnotherCaseIsRefused() {
    assertThat(problem("interlock:Sarif", "a.sarif"))
        .startsWith("there is no option -XepOpt:interlock:Sarif; the options are Interlock:");
  }

  @Test
  void optionsOfOthersAreNotLookedAt() {
    assertThat(parse("NullAway:Modles", "x")).isEqualTo(parse());
  }

  @Test
  void unknownOptionIsRefusedAndTheValidOnesNamed() {
    assertThat(problem("Interlock:Modles", "x"))
        .isEqualTo(
            "there is no option -XepOpt:Interlock:Modles; the options are Interlock:Baseline,"
                + " Interlock:Debug, Interlock:Fix, Interlock:LongAdder, Interlock:Models,"
                + " Interlock:Report, Interlock:Root, Interlock:Sarif, Interlock:Summary,"
                + " Interlock:UnusedSuppressions, Interlock:WriteBaseline");
  }

  @Test
  void namesOfOptionsAreWrittenAsTheyAre() {
    assertThat(problem("Interlock:debug", "true"))
        .startsWith("there is no option -XepOpt:Interlock:debug;");
  }

  @Test
  void unknownLevelIsRefusedAndTheValidOnesNamed() {
    assertThat(problem("Interlock:Report", "all"))
        .isEqualTo(
            "-XepOpt:Interlock:Report=all is not understood; the value must be default or"
                + " suspected");
  }

  @Test
  void switchThatIsNeitherOnNorOffIsRefused() {
    assertThat(problem("Interlock:Debug", "yes"))
        .isEqualTo(
            "-XepOpt:Interlock:Debug=yes is not understood; the value must be true or false");
  }

  private static String problem(String flag, String value) {
    return Strings.nullToEmpty(
        assertThrows(InvalidOptionException.class, () -> parse(flag, value)).getMessage());
  }

  private static Options parse(String flag, String value) {
    return Options.parse(ErrorProneFlags.fromMap(ImmutableMap.of(flag, value)));
  }

  private static Options parse() {
    return Options.parse(ErrorProneFlags.empty());
  }
}
