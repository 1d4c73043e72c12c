package dev.interlock.analysis.task;

import com.google.common.base.CaseFormat;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import java.util.List;
import java.util.Locale;

/**
 * What the names of executors say that a class is given from outside: {@code mainThread} and {@code
 * uiExecutor} are the one thread of a user interface, {@code serialExecutor} and {@code eventLoop}
 * run one task at a time. Nobody calls a pool so. The same goes for the names of classes.
 */
final class ExecutorNames {
  private static final ImmutableSet<String> USER_INTERFACE =
      ImmutableSet.of("main", "ui", "edt", "gui", "looper");

  private static final ImmutableSet<String> SERIAL =
      ImmutableSet.of("serial", "sequential", "single", "loop", "strand");

  private static final ImmutableSet<String> SERIAL_TYPES =
      ImmutableSet.of("serial", "serializing", "sequential", "strand");

  private static final ImmutableSet<String> SEVERAL = ImmutableSet.of("pool", "group");

  private ExecutorNames() {}

  /** Returns whether an executor is, by its name, the thread of a user interface. */
  static boolean saysUserInterface(VarSymbol executor) {
    return words(executor).stream().anyMatch(USER_INTERFACE::contains);
  }

  /** Returns whether an executor runs, by its name, one task at a time. */
  static boolean saysSerial(VarSymbol executor) {
    return words(executor).stream().anyMatch(SERIAL::contains);
  }

  /** Returns whether the executors of a class run, by its name, one task at a time each. */
  static boolean saysSerial(ClassSymbol type) {
    List<String> words = words(type.getSimpleName().toString());
    return words.stream().anyMatch(SERIAL_TYPES::contains)
        && words.stream().noneMatch(SEVERAL::contains);
  }

  private static List<String> words(VarSymbol executor) {
    return words(executor.getSimpleName().toString());
  }

  private static List<String> words(String name) {
    return Splitter.on('_')
        .splitToList(
            name.equals(name.toUpperCase(Locale.ROOT))
                ? name.toLowerCase(Locale.ROOT)
                : CaseFormat.UPPER_CAMEL.to(CaseFormat.LOWER_UNDERSCORE, name));
  }
}
