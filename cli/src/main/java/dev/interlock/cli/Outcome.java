package dev.interlock.cli;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.net.URI;
import java.util.Collection;
import java.util.function.Predicate;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * What a compilation came to.
 *
 * @param findings what the checks report
 * @param errors why the code does not compile, if it does not
 * @param notes what the plugin says about itself
 */
record Outcome(
    ImmutableList<Diagnostic<? extends JavaFileObject>> findings,
    ImmutableList<Diagnostic<? extends JavaFileObject>> errors,
    ImmutableList<Diagnostic<? extends JavaFileObject>> notes) {
  /** The end of the key of all messages that Error Prone reports for a check. */
  private static final String FINDING = ".error.prone";

  /** What the plugin's own messages have for their key: text without a place. */
  private static final String PLUGIN_MESSAGE = ".proc.messager";

  /** Sorts what javac says; its warnings and notes are nothing that the user asked for. */
  static Outcome of(Collection<Diagnostic<? extends JavaFileObject>> said) {
    return new Outcome(
        select(said, Outcome::isFinding),
        select(said, d -> d.getKind() == Diagnostic.Kind.ERROR && !isFinding(d)),
        select(
            said,
            d ->
                d.getKind() != Diagnostic.Kind.ERROR
                    && d.getSource() == null
                    && d.getCode().endsWith(PLUGIN_MESSAGE)));
  }

  /** The files that have an error. */
  ImmutableSet<URI> brokenFiles() {
    return errors.stream()
        .filter(error -> error.getSource() != null)
        .map(error -> error.getSource().toUri().normalize())
        .collect(toImmutableSet());
  }

  private static boolean isFinding(Diagnostic<?> diagnostic) {
    return diagnostic.getCode().endsWith(FINDING);
  }

  private static ImmutableList<Diagnostic<? extends JavaFileObject>> select(
      Collection<Diagnostic<? extends JavaFileObject>> said,
      Predicate<Diagnostic<? extends JavaFileObject>> wanted) {
    return said.stream().filter(wanted).collect(toImmutableList());
  }
}
