package dev.interlock.cli;

import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.List;
import javax.tools.Diagnostic;

/** What a user can do about code that does not compile here, although it does in its own build. */
enum NextStep {
  CLASSPATH(
      "compiler.err.doesnt.exist",
      "compiler.err.cant.resolve",
      "compiler.err.cant.access",
      "compiler.err.cant.apply") {
    @Override
    String text() {
      return """
          The sources need libraries that are not on the class path. Name them with --classpath; a Maven
          project prints them with
            mvn -q dependency:build-classpath -Dmdep.outputFile=classpath.txt
          and then: check --classpath "$(cat classpath.txt)" ... (other modules of the project:
          compile them first, and add their target/classes)""";
    }
  },
  EXPORTS("compiler.err.package.not.visible", "compiler.err.not.def.access") {
    @Override
    String text() {
      return """
          The sources use a package that its module does not export. Pass on what their own build tells
          javac, as in --javac-option=--add-exports=java.base/sun.nio.ch=ALL-UNNAMED.""";
    }
  },
  ENCODING("compiler.err.illegal.char.for.encoding") {
    @Override
    String text() {
      return "The sources are not in the assumed encoding. Name theirs, as in --encoding ISO-8859-1.";
    }
  },
  DUPLICATES("compiler.err.duplicate.class") {
    @Override
    String text() {
      return "The same class is there twice. Check each module or variant of the sources on its own.";
    }
  },
  LANGUAGE(
      "compiler.err.feature.not.supported",
      "compiler.err.preview.feature",
      "compiler.err.removed",
      "compiler.err.underscore") {
    @Override
    String text() {
      return """
          The sources are in another version of Java than this one, %s. Name theirs, as in --release 11,
          or run Interlock with a newer JDK."""
          .formatted(Runtime.version().feature());
    }
  },
  OTHER_JDK("compiler.err.error.prone.crash", "compiler.err.plugin") {
    @Override
    String text() {
      return """
          Error Prone, which is in this jar, failed. If this Java (%s) is newer than 25, run Interlock
          with that of JDK 17 to 25; else please report what is said above."""
          .formatted(Runtime.version().feature());
    }
  },
  OWN_BUILD {
    @Override
    String text() {
      return """
          Only code that compiles can be checked. If it does in its own build, pass on what that tells
          javac with --javac-option.""";
    }
  };

  private final ImmutableSet<String> keys;

  NextStep(String... keys) {
    this.keys = ImmutableSet.copyOf(keys);
  }

  /** What to do, in sentences. */
  abstract String text();

  /** The step that helps against the first of these errors that any helps against. */
  static NextStep after(List<? extends Diagnostic<?>> errors) {
    return errors.stream()
        .flatMap(
            error ->
                Arrays.stream(values())
                    .filter(step -> step.keys.stream().anyMatch(error.getCode()::startsWith)))
        .findFirst()
        .orElse(OWN_BUILD);
  }
}
