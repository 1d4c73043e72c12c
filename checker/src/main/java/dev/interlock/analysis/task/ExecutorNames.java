package dev.interlock.analysis.task;

import com.google.common.base.CaseFormat;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import java.util.List;
import java.util.Locale;

/**
 * What the names of executors say that a class is given from outside: {@code mainThread} and {@code
 * uiExecutor} are the one thread of a user interface, {@code serialExecutor} and {@code eventLoop}
 * run one task at a time. Nobody calls a pool so.
 */
final class ExecutorNames {
  private static final ImmutableSet<String> USER_INTERFACE =
      ImmutableSet.of("main", "ui", "edt", "gui", "looper");

  private static final ImmutableSet<String> SERIAL =
      ImmutableSet.of("serial", "sequential", "single", "loop", "strand");

  private ExecutorNames() {}

  /** Returns whether an executor is, by its name, the thread of a user interface. */
  static boolean saysUserInterface(VarSymbol executor) {
    return words(executor).stream().anyMatch(USER_INTERFACE::contains);
  }

  /** Returns whether an executor runs, by its name, one task at a time. */
  static boolean saysSerial(VarSymbol executor) {
    return words(executor).stream().anyMatch(SERIAL::contains);
  }

  private static List<String> words(VarSymbol executor) {
    String name = executor.getSimpleName().toString();
    return Splitter.on('_')
        .splitToList(
            name.equals(name.toUpperCase(Locale.ROOT))
                ? name.toLowerCase(Locale.ROOT)
                : CaseFormat.LOWER_CAMEL.to(CaseFormat.LOWER_UNDERSCORE, name));
  }
}
