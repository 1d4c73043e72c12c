package dev.interlock.testing;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.truth.Truth.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.FileObjects;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** A library of which the compilation under test has the classes alone, not the source. */
public final class CompiledLibrary {
  private CompiledLibrary() {}

  /** Compiles a library of public types into a folder, which then goes on the class path. */
  public static void in(Path folder, String... sources) {
    ImmutableList<JavaFileObject> files =
        Arrays.stream(sources).map(CompiledLibrary::file).collect(toImmutableList());
    StringWriter output = new StringWriter();
    boolean compiled =
        ToolProvider.getSystemJavaCompiler()
            .getTask(
                output,
                null,
                null,
                ImmutableList.of("-proc:none", "-d", folder.toString()),
                null,
                files)
            .call();
    assertThat(output.toString()).isEmpty();
    assertThat(compiled).isTrue();
  }

  private static JavaFileObject file(String source) {
    String type = source.replaceFirst("(?s).*public [a-z ]*(?:class|interface) (\\w+).*", "$1");
    return FileObjects.forSourceLines(type + ".java", source);
  }
}
