package dev.interlock.library;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Loads the library models that come with the plugin and those that users add. */
public final class ModelFiles {

  /** The files in this package's resources; a later one overrides an earlier one. */
  static final ImmutableList<String> BUNDLED =
      ImmutableList.of(
          "jdk-atomics.model",
          "jdk-collections.model",
          "jdk-locks.model",
          "jdk-tasks.model");

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
    try {
      return ModelFile.parse(
          name, Resources.readLines(Resources.getResource(ModelFiles.class, name), UTF_8));
    } catch (IOException e) {
      throw new InvalidModelException("cannot read the bundled model file " + name, e);
    }
  }

  private static ModelFile read(Path path) {
    try {
      return ModelFile.parse(path.toString(), Files.readAllLines(path));
    } catch (IOException e) {
      throw new InvalidModelException("cannot read the model file " + path + ": " + e, e);
    }
  }
}
