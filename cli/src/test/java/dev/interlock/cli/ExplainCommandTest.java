package dev.interlock.cli;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code explain} prints the page of a check. */
final class ExplainCommandTest {

  static Iterable<String> checks() {
    return Checks.NAMES;
  }

  @ParameterizedTest
  @MethodSource("checks")
  void printsThePage(String check) {
    Run run = Run.of("explain", check);

    assertThat(run.status()).isEqualTo(ExitStatus.CLEAN);
    assertThat(run.out()).startsWith("# " + check + "\n");
    assertThat(run.out()).contains("## How to fix it");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void namesTheChecksIfThereIsNoSuchOne() {
    Run run = Run.of("explain", "NoSuchCheck");

    assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("There is no check NoSuchCheck.");
    assertThat(run.err()).contains("AtomicGetThenSet, InconsistentLocking");
  }

  @Test
  void asksForACheckIfNoneIsNamed() {
    Run run = Run.of("explain");

    assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(run.err()).contains("Missing required parameter: 'CHECK'");
  }
}
