package dev.interlock.library;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Loads the library models that come with the plugin and those that users add. */
public final class ModelFiles {

  /** The files in this package's resources; a later one overrides an earlier one. */
  static final ImmutableList<String> BUNDLED =
      ImmutableList.of(
          "jdk-atomics.model",
          "jdk-collections.model",
          "jdk-locks.model",
          "jdk-streams.model",
          "jdk-tasks.model",
          "jdk-ui.model",
          "jdk-values.model",
          "akka.model",
          "annotations.model",
          "caffeine.model",
          "grpc.model",
          "guava-collect.model",
          "guava.model",
          "jakarta.model",
          "javafx.model",
          "junit.model",
          "kafka.model",
          "logging.model",
          "micrometer.model",
          "netty.model",
          "pools.model",
          "reactor.model",
          "rxjava.model",
          "spring.model",
          "vertx.model");

  private ModelFiles() {}

  /**
   * Loads the bundled models and then {@code userFiles}, where a later file overrides an earlier.
   *
   * @throws InvalidModelException if a user's file cannot be read or has a mistake, saying where
   */
  public static LoadedModel load(List<Path> userFiles) {
    ImmutableList.Builder<ModelFile> files = ImmutableList.builder();
    BUNDLED.forEach(name -> files.add(readBundled(name)));
    userFiles.forEach(path -> files.add(read(path).check()));
    return new LoadedModel(files.build());
  }

  /** Reads one of the {@link #BUNDLED} files. */
  static ModelFile readBundled(String name) {
    try (InputStream resource = ModelFiles.class.getResourceAsStream(name)) {
      if (resource == null) {
        throw new InvalidModelException("the bundled model file " + name + " is missing");
      }
      return ModelFile.parse(name, lines(new String(resource.readAllBytes(), UTF_8)));
    } catch (IOException e) {
      throw new InvalidModelException("cannot read the bundled model file " + name, e);
    }
  }

  private static ModelFile read(Path path) {
    try {
      return ModelFile.parse(path.toString(), lines(Files.readString(path)));
    } catch (IOException e) {
      throw new InvalidModelException("cannot read the model file " + path + ": " + e, e);
    }
  }

  private static List<String> lines(String text) {
    return Arrays.asList(text.split("\n"));
  }
}
