package dev.interlock.fixes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * What Error Prone would read when it is told to patch a file: it takes all files for UTF-8, and
 * writes back what it took them for. One in another encoding would be damaged far from the patch.
 */
final class PatchableFile {
  private static final String IN_FILE_SYSTEM = "file";

  private PatchableFile() {}

  /** Returns whether Error Prone would read {@code text}, which javac has read. */
  static boolean hasText(URI file, CharSequence text) {
    if (!IN_FILE_SYSTEM.equals(file.getScheme())) {
      return true;
    }
    try {
      return new String(Files.readAllBytes(Path.of(file)), UTF_8).contentEquals(text);
    } catch (NoSuchFileException e) {
      return true; // it was read from elsewhere: there is nothing to damage
    } catch (IOException e) {
      // Nor could it be patched.
      return false;
    }
  }
}
