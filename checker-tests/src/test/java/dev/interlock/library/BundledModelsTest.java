package dev.interlock.library;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.truth.Truth.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import dev.interlock.testing.BuildLayout;
import dev.interlock.testing.ModelledLibraries;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the bundled model files against the classes that they describe. */
final class BundledModelsTest {
  private static final int JDK = Runtime.version().feature();

  @Test
  void everyFileInTheResourcesIsBundled() throws IOException {
    Path folder =
        BuildLayout.projectRoot()
            .resolve("checker/src/main/resources")
            .resolve(ModelFiles.class.getPackageName().replace('.', '/'));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()).toList())
          .containsExactlyElementsIn(ModelFiles.BUNDLED);
    }
  }

  @Test
  void everyLineDescribesMethodsThatExist() throws IOException {
    try (URLClassLoader libraries = ModelledLibraries.classLoader()) {
      assertThat(new Examiner(libraries, bundled()).mistakesInTypes()).isEmpty();
    }
  }

  @Test
  void everyAnnotationExists() throws IOException {
    try (URLClassLoader libraries = ModelledLibraries.classLoader()) {
      assertThat(new Examiner(libraries, bundled()).mistakesInAnnotations()).isEmpty();
    }
  }

  @Test
  void examinerNamesTheLineThatDescribesNothing() throws IOException {
    ModelFile file =
        ModelFile.parse(
            "test.model",
            """
            package java.util
            type ArrayLst
            type ArrayList
              add(*)          : updates
              add(int,_)      : updates
              size(int)       : reads
              trimToSize|grow() : updates
              addFirst(_)     : updates; since 999
            annotation com.example.Missing, java.lang.Deprecated, java.lang.String : generated
            """
                .lines()
                .toList());
    try (URLClassLoader libraries = ModelledLibraries.classLoader()) {
      Examiner examiner = new Examiner(libraries, ImmutableList.of(file));

      assertThat(examiner.mistakesInTypes())
          .containsExactly(
              "test.model:2: there is no type java.util.ArrayLst",
              "test.model:5: java.util.ArrayList declares no other method add(int, _)",
              "test.model:6: java.util.ArrayList declares no other method size(int)",
              "test.model:7: java.util.ArrayList declares no other method grow()")
          .inOrder();
      assertThat(examiner.mistakesInAnnotations())
          .containsExactly(
              "test.model:9: there is no annotation com.example.Missing",
              "test.model:9: there is no annotation java.lang.String");
    }
  }

  private static ImmutableList<ModelFile> bundled() {
    return ModelFiles.BUNDLED.stream()
        .map(name -> ModelFiles.readBundled(name).check())
        .collect(toImmutableList());
  }

  /** Looks for the classes and methods that files describe. */
  private static final class Examiner {
    private final ClassLoader libraries;
    private final ImmutableList<ModelFile> files;
    private final ImmutableListMultimap<String, MethodLine> linesByType;
    private final List<String> mistakes = new ArrayList<>();

    Examiner(ClassLoader libraries, ImmutableList<ModelFile> files) {
      this.libraries = libraries;
      this.files = files;
      ImmutableListMultimap.Builder<String, MethodLine> lines = ImmutableListMultimap.builder();
      for (ModelFile file : Lists.reverse(files)) {
        for (TypeParagraph paragraph : file.types()) {
          paragraph.names().forEach(name -> lines.putAll(name, lines(paragraph)));
        }
      }
      this.linesByType = lines.build();
    }

    List<String> mistakesInTypes() {
      mistakes.clear();
      for (ModelFile file : files) {
        for (TypeParagraph paragraph : file.types()) {
          if (paragraph.since() <= JDK) {
            paragraph.names().forEach(name -> examine(paragraph, name));
          }
        }
      }
      return mistakes;
    }

    List<String> mistakesInAnnotations() {
      mistakes.clear();
      for (ModelFile file : files) {
        file.annotations()
            .forEach(
                (name, line) -> {
                  if (!name.startsWith(ModelFile.ANY_PACKAGE)
                      && !load(name).filter(Class::isAnnotation).isPresent()) {
                    mistakes.add(line.source() + ": there is no annotation " + name);
                  }
                });
      }
      return mistakes;
    }

    private void examine(TypeParagraph paragraph, String name) {
      Optional<Class<?>> type = load(name);
      if (type.isEmpty()) {
        mistakes.add(paragraph.head() + ": there is no type " + name);
        return;
      }
      for (MethodLine line : lines(paragraph)) {
        for (String method : line.pattern().names()) {
          if (line.since() <= JDK && !isDeclared(type.get(), method, line)) {
            mistakes.add(
                "%s: %s declares no other method %s(%s)"
                    .formatted(
                        line.source(),
                        name,
                        method,
                        String.join(", ", parameters(line.pattern()))));
          }
        }
      }
    }

    /** Returns whether the type has a method for which this line is the first. */
    private boolean isDeclared(Class<?> type, String name, MethodLine line) {
      String qualifiedName = type.getName().replace('$', '.');
      return declared(type)
          .filter(method -> name(method).equals(name))
          .map(Examiner::erasedParameters)
          .anyMatch(
              parameters ->
                  linesByType.get(qualifiedName).stream()
                      .filter(other -> other.pattern().names().contains(name))
                      .filter(other -> other.pattern().matches(parameters))
                      .findFirst()
                      .filter(line::equals)
                      .isPresent());
    }

    /** Loads a class by its canonical name, whichever of its dots stand before nested classes. */
    private Optional<Class<?>> load(String canonicalName) {
      String name = canonicalName;
      while (true) {
        try {
          return Optional.of(Class.forName(name, false, libraries));
        } catch (ClassNotFoundException e) {
          int dot = name.lastIndexOf('.');
          if (dot < 0) {
            return Optional.empty();
          }
          name = name.substring(0, dot) + "$" + name.substring(dot + 1);
        }
      }
    }

    private static Stream<Executable> declared(Class<?> type) {
      return Stream.<Executable>concat(
              Stream.of(type.getDeclaredMethods()), Stream.of(type.getDeclaredConstructors()))
          .filter(method -> !method.isSynthetic() && !Modifier.isPrivate(method.getModifiers()));
    }

    private static String name(Executable method) {
      return method instanceof Constructor ? MethodPattern.CONSTRUCTOR : method.getName();
    }

    private static ImmutableList<String> erasedParameters(Executable method) {
      return Stream.of(method.getParameterTypes())
          .map(Class::getSimpleName)
          .collect(toImmutableList());
    }

    private static ImmutableList<String> parameters(MethodPattern pattern) {
      ImmutableList.Builder<String> parameters =
          ImmutableList.<String>builder().addAll(pattern.parameters());
      return pattern.open() ? parameters.add("*").build() : parameters.build();
    }

    private static ImmutableSet<MethodLine> lines(TypeParagraph paragraph) {
      return ImmutableSet.copyOf(paragraph.methods().values());
    }
  }
}
