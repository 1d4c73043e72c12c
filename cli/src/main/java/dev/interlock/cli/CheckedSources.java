package dev.interlock.cli;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Function;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * What could be found out about some sources, though not all of them may compile: Error Prone
 * reports nothing for a compilation with an error, so the files with errors are left out until the
 * others compile.
 *
 * @param checked the files that compile together
 * @param leftOut the files that do not compile, or not without such a file
 * @param findings what the checks report
 * @param notes what the plugin says about itself
 * @param errors the errors of all files, before any was left out
 */
record CheckedSources(
    ImmutableSet<Path> checked,
    ImmutableSet<Path> leftOut,
    ImmutableList<Diagnostic<? extends JavaFileObject>> findings,
    ImmutableList<Diagnostic<? extends JavaFileObject>> notes,
    ImmutableList<Diagnostic<? extends JavaFileObject>> errors) {
  /** How often files are left out before the rest is given up. */
  private static final int TRIALS = 20;

  /** Compiles as many of the files as can be. */
  static CheckedSources of(Set<Path> files, Function<Set<Path>, Outcome> compilation) {
    ImmutableSet<Path> all = ImmutableSet.copyOf(files);
    Outcome first = compilation.apply(all);
    Outcome outcome = first;
    ImmutableSet<Path> rest = all;
    for (int trial = 0; trial < TRIALS && !outcome.errors().isEmpty(); trial++) {
      ImmutableSet<Path> compiling = without(outcome.brokenFiles(), rest);
      if (compiling.isEmpty() || compiling.size() == rest.size()) {
        break;
      }
      rest = compiling;
      outcome = compilation.apply(rest);
    }
    ImmutableSet<Path> checked = outcome.errors().isEmpty() ? rest : ImmutableSet.of();
    return new CheckedSources(
        checked,
        Sets.difference(all, checked).immutableCopy(),
        outcome.findings(),
        outcome.notes(),
        first.errors());
  }

  private static ImmutableSet<Path> without(ImmutableSet<URI> broken, ImmutableSet<Path> files) {
    return files.stream()
        .filter(file -> !broken.contains(file.toUri().normalize()))
        .collect(toImmutableSet());
  }
}
