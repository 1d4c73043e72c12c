package dev.interlock.cli;

import com.google.common.io.Resources;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** What is in the jar. */
final class BuildInfo implements IVersionProvider {

  @Override
  public String[] getVersion() {
    Properties build = new Properties();
    try (InputStream file =
        Resources.getResource(BuildInfo.class, "build.properties").openStream()) {
      build.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new String[] {
      "interlock-cli %s with Error Prone %s"
          .formatted(build.getProperty("version"), build.getProperty("errorProne"))
    };
  }
}
