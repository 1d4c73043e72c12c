package dev.interlock.cli;

/**
 * Where Java starts. Compiled for Java 8, whose successors can all run it: a Java that is too old
 * for the rest is told so in words.
 */
public final class Launcher {
  private static final double OLDEST_JAVA = 17;

  private Launcher() {}

  /** Runs the command that the arguments name, and exits with its status. */
  public static void main(String[] args) {
    String version = System.getProperty("java.specification.version");
    if (Double.parseDouble(version) < OLDEST_JAVA) {
      System.err.println(
          "Interlock needs a JDK 17 or newer, and this is Java "
              + version
              + " ("
              + System.getProperty("java.home")
              + "). Run it with the java of a newer JDK: /path/to/jdk-17/bin/java -jar ...");
      System.exit(2);
    }
    System.exit(Main.run(args));
  }
}
