package dev.interlock.fixes;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.common.collect.ImmutableList;
import dev.interlock.testing.BuildLayout;
import dev.interlock.testing.InterlockChecks;
import dev.interlock.testing.JavacDiagnostic;
import dev.interlock.testing.JavacOutcome;
import dev.interlock.testing.RealJavac;
import dev.interlock.testing.Toolchain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Patches the labelled corpora in place. What was patched compiles, has nothing more to patch, and
 * is free of the findings that had a fix; and no patch makes a finding where there was none.
 */
final class PatchedCorporaIT {
  private static final Pattern VARIABLE = Pattern.compile("^'([^']+)'");
  private static final Pattern MARK = Pattern.compile("// (RACE|MAYBE)\\b");

  @TempDir Path work;

  @ParameterizedTest
  @ValueSource(strings = {"corpus", "blind-corpus", "unseen-corpus", "latest-corpus"})
  void patchedCorpusIsRight(String corpus) throws IOException {
    Path root = BuildLayout.projectRoot().resolve("checker-tests/src/test/resources");
    PatchedSources sources =
        PatchedSources.copy(root.resolve(corpus), work.resolve("sources"), text -> text);
    RealJavac interlock = interlock();
    JavacOutcome patching = sources.patch(interlock, Family.DEFAULT, folder("patching"));
    assertWithMessage(patching.output()).that(patching.succeeded()).isTrue();
    ImmutableList<Found> before = found(patching);
    assertThat(before).isNotEmpty();

    JavacOutcome outcome = interlock.compile(sources.files(), folder("after"));
    assertWithMessage(outcome.output()).that(outcome.succeeded()).isTrue();
    ImmutableList<Found> after = found(outcome);
    System.out.printf(
        "%s: %d findings, %d with a fix; %d after the patch%n",
        corpus, before.size(), before.stream().filter(Found::isFixed).count(), after.size());
    assertThat(after.stream().filter(finding -> !finding.isLeftFrom(before))).isEmpty();
    assertThat(after.stream().filter(finding -> finding.isFixed() && !finding.isNew(before)))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {3, 5})
  void patchedCodeCompilesHoweverItIsFormatted(long seed) throws IOException {
    Path root = BuildLayout.projectRoot().resolve("checker-tests/src/test/resources");
    PatchedSources sources =
        PatchedSources.copy(
            root.resolve("unseen-corpus"),
            work.resolve("sources"),
            text -> JoinedLines.of(text, seed));
    RealJavac interlock = interlock();
    JavacOutcome patching = sources.patch(interlock, Family.DEFAULT, folder("patching"));
    assertWithMessage(patching.output()).that(patching.succeeded()).isTrue();

    JavacOutcome outcome = interlock.compile(sources.files(), folder("after"));

    assertWithMessage(outcome.output()).that(outcome.succeeded()).isTrue();
    assertThat(found(outcome).size()).isLessThan(found(patching).size() / 2);
  }

  private static RealJavac interlock() {
    return Toolchain.OF_THIS_BUILD
        .javacWithInterlockAlone()
        .withErrorProneFlags(ImmutableList.of("-XepAllErrorsAsWarnings"))
        .withOptions(ImmutableList.of("-Xmaxwarns", "10000"));
  }

  private ImmutableList<Found> found(JavacOutcome outcome) {
    List<String> lines = outcome.output().lines().toList();
    List<Found> found = new ArrayList<>();
    for (String line : lines) {
      ImmutableList<JavacDiagnostic> heads = new JavacOutcome(0, line).diagnostics();
      if (!heads.isEmpty()) {
        found.add(new Found(heads.get(0), false));
      } else if (line.startsWith("  Fix: ")) {
        found.set(found.size() - 1, new Found(found.get(found.size() - 1).head(), true));
      }
    }
    return found.stream()
        .filter(f -> InterlockChecks.NAMES.contains(f.head().check()))
        .collect(toImmutableList());
  }

  private Path folder(String name) throws IOException {
    return Files.createDirectories(work.resolve(name));
  }

  /**
   * A finding.
   *
   * @param isFixed whether a fix was offered
   */
  private record Found(JavacDiagnostic head, boolean isFixed) {

    /** Whether a patch had nothing to do with it. */
    boolean isLeftFrom(List<Found> before) {
      return isNew(before)
          ? isMarked()
          : before.stream().anyMatch(other -> isOfSameVariable(other) && !other.isFixed());
    }

    boolean isNew(List<Found> before) {
      return before.stream().noneMatch(this::isOfSameVariable);
    }

    private boolean isOfSameVariable(Found other) {
      return head.file().equals(other.head.file()) && variable().equals(other.variable());
    }

    private String variable() {
      Matcher name = VARIABLE.matcher(head.headline());
      return name.find() ? name.group(1) : head.headline();
    }

    /** Where a bug is marked it may come to light when what seemed to prevent it is gone. */
    private boolean isMarked() {
      try {
        String line = Files.readAllLines(head.file()).get(head.line() - 1);
        return MARK.matcher(line).find();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
