package dev.interlock.analysis;

import static java.util.stream.Collectors.joining;

import dev.interlock.testing.CheckTester;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Code of sizes that only generators reach is looked at like any other. */
final class ExtremeSizesTest {
  @Test
  void longChainOfCallsIsNoFailure() {
    String links =
        IntStream.range(0, 10_000)
            .mapToObj(i -> "void m%d() { m%d(); }".formatted(i, i + 1))
            .collect(joining("\n"));
    CheckTester.of("class Chain {\n" + links + "\nvoid m10000() { System.gc(); }\n}")
        .reportsWhatIsMarked();
  }

  @Test
  void updateIsReportedBesideALongChainOfCalls() {
    String links =
        IntStream.range(0, 10_000)
            .mapToObj(i -> "void m%d() { m%d(); }".formatted(i, i + 1))
            .collect(joining("\n"));
    CheckTester.of(
            """
            class Chain {
              volatile int count;
              void m10000() {}
              void mark() {
                count++; // BUG: UnsafeReadModifyWrite
              }
            """
                + links
                + "}\n")
        .reportsWhatIsMarked();
  }
}
