package dev.interlock.cli;

import static com.google.common.collect.ImmutableSortedSet.toImmutableSortedSet;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.naturalOrder;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.io.Resources;
import com.google.errorprone.bugpatterns.BugChecker;
import dev.interlock.bugpatterns.AtomicGetThenSet;
import dev.interlock.bugpatterns.InconsistentLocking;
import dev.interlock.bugpatterns.NonAtomicCheckThenAct;
import dev.interlock.bugpatterns.SplitCriticalSection;
import dev.interlock.bugpatterns.UnguardedCollectionMutation;
import dev.interlock.bugpatterns.UnsafeReadModifyWrite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The checks of the plugin, and the page of each. */
final class Checks {
  /** The classes that Error Prone runs. */
  static final ImmutableSet<Class<? extends BugChecker>> CLASSES =
      ImmutableSet.of(
          AtomicGetThenSet.class,
          InconsistentLocking.class,
          NonAtomicCheckThenAct.class,
          SplitCriticalSection.class,
          UnguardedCollectionMutation.class,
          UnsafeReadModifyWrite.class);

  /** The names that messages, flags and {@code @SuppressWarnings} use. */
  static final ImmutableSortedSet<String> NAMES =
      CLASSES.stream().map(Class::getSimpleName).collect(toImmutableSortedSet(naturalOrder()));

  private Checks() {}

  /** The page of a check, as Markdown; empty if there is no such check. */
  static Optional<String> page(String check) {
    return NAMES.contains(check)
        ? Optional.of(resource("/dev/interlock/pages/" + check + ".md"))
        : Optional.empty();
  }

  private static String resource(String name) {
    try {
      return Resources.toString(Resources.getResource(Checks.class, name), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
