package dev.interlock.testing;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;
import java.util.stream.Stream;

/** The pairs of JDK and Error Prone that the packed plugin must work with, as it is. */
public enum Toolchain {
  /** What the running build uses. */
  OF_THIS_BUILD,
  /** What users may have whatever the plugin was built with: the newest of both. */
  NEWEST;

  /** The javac of this pair; where its JDK is not installed, the test that asks is skipped. */
  public RealJavac javac() {
    return switch (this) {
      case OF_THIS_BUILD -> RealJavac.of(Jdk.running(), ErrorProneRelease.ofThisBuild());
      case NEWEST -> {
        Optional<Jdk> jdk = Jdk.findNewer();
        assumeTrue(
            jdk.isPresent(),
            () -> "No JDK 25 or newer found; " + Jdk.NEWER_JDK_VARIABLE + " may name its home");
        boolean isThisBuild =
            jdk.get().equals(Jdk.running())
                && ErrorProneRelease.ofThisBuild() == ErrorProneRelease.V2_50_0;
        assumeFalse(isThisBuild, "it is that of this build");
        yield RealJavac.of(jdk.orElseThrow(), ErrorProneRelease.V2_50_0);
      }
    };
  }

  /** The javac of this pair with the plugin's checks at ERROR, and none of Error Prone's own. */
  public RealJavac javacWithInterlockAlone() {
    return javac()
        .withErrorProneFlags(
            Stream.concat(
                    Stream.of("-XepDisableAllChecks"),
                    InterlockChecks.NAMES.stream().map(check -> "-Xep:" + check + ":ERROR"))
                .collect(toImmutableList()));
  }
}
