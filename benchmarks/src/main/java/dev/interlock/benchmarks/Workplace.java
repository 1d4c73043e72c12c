package dev.interlock.benchmarks;

import java.nio.file.Path;

/**
 * Where the measurements find and leave their files, as {@code measure.sh} says.
 *
 * @param libraries the unpacked libraries
 * @param scratch for sources and classes that are made on the way
 * @param processorPath Error Prone, NullAway and Interlock
 */
record Workplace(Path libraries, Path scratch, String processorPath) {

  static Workplace fromProperties() {
    return new Workplace(
        Path.of(property("benchmarks.libraries")),
        Path.of(property("benchmarks.scratch")),
        property("benchmarks.processorpath"));
  }

  Project library(String name) {
    return Project.library(libraries.resolve(name));
  }

  private static String property(String name) {
    String value = System.getProperty(name);
    if (value == null) {
      throw new IllegalStateException("the property " + name + " is not set: run measure.sh");
    }
    return value;
  }
}
