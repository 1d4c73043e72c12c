package dev.interlock.fixes;

import static com.google.common.truth.Truth.assertWithMessage;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.BaseErrorProneJavaCompiler;
import com.google.errorprone.scanner.ScannerSupplier;
import dev.interlock.testing.CheckTester;
import dev.interlock.testing.InterlockChecks;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.StandardJavaFileManager;

/**
 * A file that {@code javac} patches in place, so that each character of it can be looked at.
 *
 * @param neighbours the text of other files of the compilation, by path
 */
record PatchedInPlace(Path work, ImmutableMap<String, String> neighbours) {

  /** Returns what becomes of a class {@code Sample}. */
  String patch(String source) throws IOException {
    List<Path> files = new ArrayList<>();
    files.add(write("Sample.java", source));
    for (Map.Entry<String, String> neighbour : neighbours.entrySet()) {
      files.add(write(neighbour.getKey(), neighbour.getValue()));
    }
    BaseErrorProneJavaCompiler compiler =
        new BaseErrorProneJavaCompiler(ScannerSupplier.fromBugCheckerClasses(CheckTester.CHECKS));
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
                      "-XDcompilePolicy=simple",
                      "-d",
                      Files.createDirectories(work.resolve("classes")).toString(),
                      "-XepPatchChecks:" + String.join(",", InterlockChecks.NAMES),
                      "-XepPatchLocation:IN_PLACE"),
                  ImmutableList.of(),
                  manager.getJavaFileObjectsFromPaths(files))
              .call();
      assertWithMessage(output.toString()).that(compiled).isTrue();
    }
    return Files.readString(files.get(0));
  }

  private Path write(String name, String text) throws IOException {
    Path file = work.resolve(name);
    Files.createDirectories(file.resolveSibling("."));
    return Files.writeString(file, text);
  }
}
