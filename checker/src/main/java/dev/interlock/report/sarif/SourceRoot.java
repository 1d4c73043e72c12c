package dev.interlock.report.sarif;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The folder that results name files from, so that they mean the same on every machine: the one
 * that is asked for, or else the repository of Git around a file, or else where javac was started.
 */
final class SourceRoot {
  /** The name that SARIF viewers know for such a folder. */
  static final String ID = "%SRCROOT%";

  private final Optional<Path> given;

  SourceRoot(Optional<Path> given) {
    this.given = given;
  }

  /** Returns what SARIF calls an artifact location. */
  JsonObject locate(URI file) {
    Optional<URI> relative = pathOf(file).flatMap(this::relative);
    return relative
        .map(uri -> new JsonObject().put("uri", uri.toASCIIString()).put("uriBaseId", ID))
        .orElseGet(() -> new JsonObject().put("uri", file.toASCIIString()));
  }

  /** Sources need not be files of the default file system. */
  private static Optional<Path> pathOf(URI file) {
    try {
      return "file".equals(file.getScheme()) ? Optional.of(real(Path.of(file))) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<URI> relative(Path file) {
    URI relative = folder(rootOf(file)).relativize(file.toUri());
    if (relative.isAbsolute()) {
      return Optional.empty();
    }
    String first = Splitter.on('/').split(relative.getRawPath()).iterator().next();
    // A colon in the first part would make it look like a scheme.
    return Optional.of(first.contains(":") ? URI.create("./" + relative) : relative);
  }

  private Path rootOf(Path file) {
    return real(given.orElseGet(() -> repositoryOf(file.getParent()).orElse(Path.of(""))));
  }

  private static Optional<Path> repositoryOf(@Nullable Path folder) {
    for (Path at = folder; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"))) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  /** The URI of a folder ends in a slash only if the folder exists. */
  private static URI folder(Path path) {
    String uri = path.toUri().toString();
    return uri.endsWith("/") ? path.toUri() : URI.create(uri + "/");
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      // It is not there, or not any more: then its name is all there is.
      return path.toAbsolutePath().normalize();
    }
  }
}
