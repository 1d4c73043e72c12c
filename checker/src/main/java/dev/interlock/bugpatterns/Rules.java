package dev.interlock.bugpatterns;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.BugCheckerInfo;
import dev.interlock.report.sarif.SarifRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** The checks as others see them: their names, summaries and pages. */
final class Rules {
  private static final ImmutableList<Class<? extends LostUpdateChecker>> CHECKS =
      ImmutableList.of(
          AtomicGetThenSet.class,
          InconsistentLocking.class,
          NonAtomicCheckThenAct.class,
          SplitCriticalSection.class,
          UnguardedCollectionMutation.class,
          UnsafeReadModifyWrite.class);

  /** A link from one page to another. */
  private static final Pattern LINK = Pattern.compile("\\]\\(([^):]+\\.md)\\)");

  private Rules() {}

  /** Returns all checks. */
  static ImmutableList<SarifRule> all() {
    return CHECKS.stream().map(BugCheckerInfo::create).map(Rules::rule).collect(toImmutableList());
  }

  /** Returns the version of the plugin; empty if it has not been packed. */
  static Optional<String> version() {
    return Optional.ofNullable(Rules.class.getPackage().getImplementationVersion());
  }

  private static SarifRule rule(BugCheckerInfo check) {
    return new SarifRule(
        check.canonicalName(),
        check.message(),
        page(check.canonicalName()),
        check.linkUrl(),
        check.defaultSeverity());
  }

  /** Returns the page of a check, its links made independent of where it is shown. */
  private static String page(String check) {
    try (InputStream page =
        Rules.class.getResourceAsStream("/dev/interlock/pages/" + check + ".md")) {
      if (page == null) {
        return "";
      }
      URI base = URI.create(Links.BASE);
      return LINK.matcher(new String(page.readAllBytes(), UTF_8))
          .replaceAll(link -> "](" + base.resolve(link.group(1)) + ")");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
