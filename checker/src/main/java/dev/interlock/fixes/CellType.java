package dev.interlock.fixes;

import com.google.common.collect.ImmutableMap;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import java.util.Optional;

/** The sorts of values for which there is an atomic variable. */
enum CellType {
  INT("Integer", "0"),
  LONG("Long", "0"),
  BOOLEAN("Boolean", "false"),
  REFERENCE("Reference", "null");

  private static final ImmutableMap<String, CellType> BY_NAME =
      ImmutableMap.<String, CellType>builder()
          .put("java.util.concurrent.atomic.AtomicInteger", INT)
          .put("java.util.concurrent.atomic.AtomicLong", LONG)
          .put("java.util.concurrent.atomic.AtomicBoolean", BOOLEAN)
          .put("java.util.concurrent.atomic.AtomicReference", REFERENCE)
          .buildOrThrow();

  /** Classes whose methods are told first which of many variables they are about. */
  private static final ImmutableMap<String, CellType> KEYED =
      ImmutableMap.<String, CellType>builder()
          .put("java.util.concurrent.atomic.AtomicIntegerArray", INT)
          .put("java.util.concurrent.atomic.AtomicLongArray", LONG)
          .put("java.util.concurrent.atomic.AtomicReferenceArray", REFERENCE)
          .put("java.util.concurrent.atomic.AtomicIntegerFieldUpdater", INT)
          .put("java.util.concurrent.atomic.AtomicLongFieldUpdater", LONG)
          .put("java.util.concurrent.atomic.AtomicReferenceFieldUpdater", REFERENCE)
          .buildOrThrow();

  private final String suffix;
  private final String defaultValue;

  CellType(String suffix, String defaultValue) {
    this.suffix = suffix;
    this.defaultValue = defaultValue;
  }

  /** Returns the sort of a plain variable's type. */
  static Optional<CellType> of(Type type) {
    if (type.getTag() == TypeTag.INT) {
      return Optional.of(INT);
    }
    if (type.getTag() == TypeTag.LONG) {
      return Optional.of(LONG);
    }
    if (type.getTag() == TypeTag.BOOLEAN) {
      return Optional.of(BOOLEAN);
    }
    return type.isPrimitive() || type.getTag() == TypeTag.ARRAY
        ? Optional.empty()
        : Optional.of(REFERENCE);
  }

  /** Returns the sort of the value of an atomic variable, array or updater. */
  static Optional<CellType> ofAtomic(Type type) {
    String name = type.tsym.getQualifiedName().toString();
    return Optional.ofNullable(BY_NAME.get(name)).or(() -> Optional.ofNullable(KEYED.get(name)));
  }

  /** Returns whether the first argument of all methods is an index, or the object at hand. */
  static boolean isKeyed(Type type) {
    return KEYED.containsKey(type.tsym.getQualifiedName().toString());
  }

  boolean isNumber() {
    return this == INT || this == LONG;
  }

  /** Returns the simple name of the class, such as {@code AtomicInteger}. */
  String atomicClass() {
    return "Atomic" + suffix;
  }

  /** Returns the simple name of the class of arrays, such as {@code AtomicIntegerArray}. */
  String arrayClass() {
    return "Atomic" + suffix + "Array";
  }

  /** Returns the class of the boxed value, for its {@code sum} and {@code max}. */
  String boxedClass() {
    return suffix;
  }

  /** Returns the value of a variable that nobody has initialised. */
  String defaultValue() {
    return defaultValue;
  }

  static String qualified(String atomicClass) {
    return "java.util.concurrent.atomic." + atomicClass;
  }
}
