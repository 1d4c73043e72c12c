package dev.interlock.cli;

/**
 * Where Java starts. Compiled for Java 8, whose successors can all run it: a Java that cannot run
 * the rest is told so in words.
 */
public final class Launcher {
  private static final double OLDEST_JAVA = 17;

  /** A class of javac, as a JDK has it and a JRE has not. */
  private static final String COMPILER = "com/sun/source/util/JavacTask.class";

  private Launcher() {}

  /** Runs the command that the arguments name, and exits with its status. */
  public static void main(String[] args) {
    String complaint =
        complaint(
            System.getProperty("java.specification.version"),
            System.getProperty("java.home"),
            ClassLoader.getSystemResource(COMPILER) != null);
    if (complaint.isEmpty()) {
      System.exit(Main.run(args));
    }
    System.err.println(complaint);
    System.exit(2);
  }

  /**
   * Returns what is wrong with the Java of that version and home, and what to do; empty if it will
   * do.
   */
  static String complaint(String version, String home, boolean hasCompiler) {
    if (Double.parseDouble(version) < OLDEST_JAVA) {
      return "Interlock needs a JDK 17 or newer, and this is Java "
          + version
          + ", in "
          + home
          + ".\n"
          + "Run it with the java of such a JDK: /path/to/jdk-17/bin/java -jar ...";
    }
    if (!hasCompiler) {
      return "This Java has no compiler: "
          + home
          + " is a JRE.\n"
          + "Run Interlock with the java of a JDK: /path/to/jdk/bin/java -jar ...";
    }
    return "";
  }
}
