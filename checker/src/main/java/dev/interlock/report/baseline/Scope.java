package dev.interlock.report.baseline;

import static com.google.common.collect.Streams.stream;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * The part of a baseline that one compilation can judge: the findings that its checks report in its
 * files. All the rest belongs to other modules, and is left to them.
 */
final class Scope {
  private final Path folder;
  private final ImmutableSet<String> checks;
  private final Set<String> files = new HashSet<>();
  private final Set<String> sourceFolders = new HashSet<>();

  /**
   * @param baseline the file whose folder the names of files start from
   * @param checks the names of the checks that are on
   */
  Scope(Path baseline, ImmutableSet<String> checks) {
    this.folder = real(baseline.toAbsolutePath().resolve("..").normalize());
    this.checks = checks;
  }

  /** Adds a file that was checked. */
  void add(URI file, String packageName) {
    String name = nameOf(file);
    files.add(name);
    String own = name.substring(0, name.lastIndexOf('/') + 1);
    String inPackage = packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/";
    if (own.endsWith(inPackage)) {
      sourceFolders.add(own.substring(0, own.length() - inPackage.length()));
    }
  }

  /** Returns how entries name a file. */
  String nameOf(URI file) {
    try {
      Path relative = folder.relativize(real(Path.of(file)));
      return stream(relative).map(Path::toString).collect(joining("/"));
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      // Not in the file system, or on another drive.
      return file.toString();
    }
  }

  /** Returns whether an entry that matches no finding of this compilation is out of date. */
  boolean covers(Entry entry) {
    return checks.contains(entry.identity().check())
        && (files.contains(entry.file())
            || (isGone(entry) && sourceFolders.stream().anyMatch(entry.file()::startsWith)));
  }

  /** Returns whether the file of an entry has been deleted, renamed or moved. */
  boolean isGone(Entry entry) {
    try {
      return !entry.file().contains(":/") && !Files.exists(folder.resolve(entry.file()));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      Path parent = path.getParent();
      return parent == null || path.getFileName() == null
          ? path
          : real(parent).resolve(path.getFileName());
    }
  }
}
