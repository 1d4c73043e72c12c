package dev.interlock.util;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.UUID;

/** Text files that others read while we write them, and write while we do. */
public final class TextFiles {
  private static final ImmutableSet<PosixFilePermission> WRITING =
      Sets.immutableEnumSet(
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_WRITE);
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofMillis(20);

  /** Returns the new text of a file; empty if the file does not exist. */
  @FunctionalInterface
  public interface Change {
    /** Returns the new text. */
    String apply(Optional<String> before) throws IOException;
  }

  private TextFiles() {}

  /** Writes a file whole or not at all; folders that are missing are made. */
  public static void write(Path file, String text) throws IOException {
    Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath();
    if (Files.exists(target) && isReadOnly(target)) {
      // Moving another file into its place would need no leave to write it.
      throw new AccessDeniedException(target.toString(), null, "it is read-only");
    }
    MoreFiles.createParentDirectories(target);
    Path written =
        target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      Files.writeString(written, text, UTF_8);
      move(written, target);
    } finally {
      Files.deleteIfExists(written);
    }
  }

  /** A file that nobody may write is read-only for an administrator, too. */
  private static boolean isReadOnly(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    return !Files.isWritable(file)
        || (view != null && Collections.disjoint(view.readAttributes().permissions(), WRITING));
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /**
   * Changes a file that compilations running at the same time change as well, in this process or in
   * others: each sees what those before it have written.
   */
  public static void update(Path file, Change change) throws IOException {
    try (FileChannel door = openLockOf(file);
        FileLock lock = lock(door, file)) {
      Optional<String> before =
          Files.exists(file) ? Optional.of(Files.readString(file, UTF_8)) : Optional.empty();
      String after = change.apply(before);
      if (lock.isValid() && !before.equals(Optional.of(after))) {
        write(file, after);
      }
    }
  }

  /** A lock on the file itself would be lost when the file is replaced. */
  private static FileChannel openLockOf(Path file) throws IOException {
    Path real = file.toAbsolutePath().normalize();
    String name =
        Hashing.sha256().hashString(System.getProperty("user.name") + " " + real, UTF_8).toString();
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    return FileChannel.open(
        folder.resolve("interlock-" + name.substring(0, 16) + ".lock"),
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE);
  }

  private static FileLock lock(FileChannel door, Path file) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      Optional<FileLock> lock = tryLock(door);
      if (lock.isPresent()) {
        return lock.get();
      }
      if (System.nanoTime() - end > 0) {
        throw new IOException("another compilation keeps " + file + " locked");
      }
      pause();
    }
  }

  private static Optional<FileLock> tryLock(FileChannel door) throws IOException {
    try {
      return Optional.ofNullable(door.tryLock());
    } catch (OverlappingFileLockException e) {
      // Held by another compilation in this process.
      return Optional.empty();
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for another compilation", e);
    }
  }
}
