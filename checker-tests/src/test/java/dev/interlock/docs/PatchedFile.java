package dev.interlock.docs;

import static com.google.common.truth.Truth.assertWithMessage;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.errorprone.BaseErrorProneJavaCompiler;
import com.google.errorprone.scanner.ScannerSupplier;
import dev.interlock.testing.BuildLayout;
import dev.interlock.testing.CheckTester;
import dev.interlock.testing.InterlockChecks;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.tools.StandardJavaFileManager;

/**
 * A file before and after the fixes of the plugin, each without the white space around its lines.
 */
record PatchedFile(String before, String after) {

  /** Patches a copy of a file, which is compiled with its neighbours and the fixed examples. */
  static PatchedFile of(Path file, Path work) throws IOException {
    Path original = requireNonNull(file.getParent());
    Path folder = Files.createDirectories(work.resolve(original.getFileName().toString()));
    for (Path neighbour : BuildLayout.javaFiles(original)) {
      Files.copy(neighbour, folder.resolve(neighbour.getFileName().toString()));
    }
    Path copy = folder.resolve(file.getFileName().toString());
    patch(copy, work);
    return new PatchedFile(stripped(Files.readString(file)), stripped(Files.readString(copy)));
  }

  /** Each line of a text without the white space around it, and no empty line. */
  static String stripped(String text) {
    return Joiner.on('\n')
        .join(text.lines().map(String::strip).filter(line -> !line.isEmpty()).iterator());
  }

  private static void patch(Path copy, Path work) throws IOException {
    BaseErrorProneJavaCompiler compiler =
        new BaseErrorProneJavaCompiler(ScannerSupplier.fromBugCheckerClasses(CheckTester.CHECKS));
    Path fixedExamples = BuildLayout.projectRoot().resolve("examples/src/main/java");
    StringWriter output = new StringWriter();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(diagnostic -> {}, Locale.ENGLISH, UTF_8)) {
      boolean compiled =
          compiler
              .getTask(
                  output,
                  manager,
                  diagnostic -> {},
                  ImmutableList.of(
                      "-proc:none",
                      "-sourcepath",
                      work + File.pathSeparator + fixedExamples,
                      "-d",
                      Files.createDirectories(work.resolve("classes")).toString(),
                      "-XepPatchChecks:" + String.join(",", InterlockChecks.NAMES),
                      "-XepPatchLocation:IN_PLACE"),
                  ImmutableList.of(),
                  manager.getJavaFileObjects(copy))
              .call();
      assertWithMessage("%s compiles: %s", copy, output).that(compiled).isTrue();
    }
  }
}
