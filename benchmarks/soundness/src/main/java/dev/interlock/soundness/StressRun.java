package dev.interlock.soundness;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multimaps;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.openjdk.jcstress.infra.collectors.DiskReadCollector;
import org.openjdk.jcstress.infra.collectors.InProcessCollector;
import org.openjdk.jcstress.infra.collectors.TestResult;

/**
 * Runs subjects under jcstress, each as a test whose actors are the tasks.
 *
 * @param folder for all that is written
 */
record StressRun(Path folder) {
  private static final String PROGRAM =
      """
      package programs;

      import dev.interlock.soundness.Tasks;
      import org.openjdk.jcstress.annotations.*;
      import org.openjdk.jcstress.infra.results.L_Result;

      @JCStressTest
      @State
      @Outcome(expect = Expect.ACCEPTABLE_INTERESTING)
      public class %s {
        private final Tasks tasks = new Tasks(new %s());

        @Actor
        public void first() {
          tasks.run(0);
        }

        @Actor
        public void second() {
          tasks.run(1);
        }

        @Arbiter
        public void outcome(L_Result result) {
          result.r1 = tasks.outcome();
        }
      }
      """;

  private static final String PROTOCOL =
      """
      package programs;

      import dev.interlock.soundness.Tasks;
      import org.openjdk.jcstress.annotations.*;
      import org.openjdk.jcstress.infra.results.L_Result;

      @JCStressTest
      @State
      @Outcome(expect = Expect.ACCEPTABLE_INTERESTING)
      public class %s {
        @Actor
        public void run(L_Result result) {
          result.r1 = Tasks.outcomeOf(new %s());
        }
      }
      """;

  /**
   * A protocol takes long; without these, jcstress would run hundreds before it looks at a clock.
   */
  private static final ImmutableList<String> ONE_BY_ONE =
      ImmutableList.of("-strideSize", "1", "-strideCount", "1");

  private static final String RESULTS = "results";

  /** The file that says which texts of which tests were run. */
  private static final String VERSIONS = "versions.txt";

  private static final String CLASS_PATH = System.getProperty("java.class.path");

  /** Compiles the subjects and their tests. */
  void compile(List<Path> files, List<Subject> subjects) throws IOException {
    ImmutableList.Builder<Path> sources = ImmutableList.builder();
    sources.addAll(files);
    for (Subject subject : subjects) {
      String name = subject.testName().substring(subject.testName().lastIndexOf('.') + 1);
      sources.add(
          Files.writeString(
              folder.resolve(name + ".java"),
              (subject.isProtocol() ? PROTOCOL : PROGRAM).formatted(name, subject.className())));
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      ImmutableList<String> options =
          ImmutableList.of(
              "-nowarn",
              "-d",
              Files.createDirectories(classes()).toString(),
              "-processor",
              "org.openjdk.jcstress.infra.processors.JCStressTestProcessor");
      if (!compiler
          .getTask(
              null,
              manager,
              null,
              options,
              null,
              manager.getJavaFileObjectsFromPaths(sources.build()))
          .call()) {
        throw new IllegalStateException("the tests do not compile");
      }
    }
  }

  /** Where the classes are. */
  Path classes() {
    return folder.resolve("classes");
  }

  /** Returns what earlier runs in the same folder have seen of the subjects as they are now. */
  Outcomes earlierOutcomes(List<Subject> subjects) throws IOException {
    Outcomes outcomes = new Outcomes();
    for (Path results : resultsIn(folder)) {
      ImmutableSet<String> versions =
          ImmutableSet.copyOf(Files.readAllLines(results.resolve(VERSIONS)));
      ImmutableSet.Builder<String> unchanged = ImmutableSet.builder();
      for (Subject subject : subjects) {
        if (versions.contains(subject.version())) {
          unchanged.add(subject.testName());
        }
      }
      readAll(results, unchanged.build(), outcomes);
    }
    return outcomes;
  }

  /** Runs tests of subjects, and adds how often each had which outcome. */
  void run(List<Subject> subjects, List<String> options, Outcomes outcomes)
      throws IOException, InterruptedException {
    ImmutableListMultimap<Boolean, Subject> byKind = Multimaps.index(subjects, Subject::isProtocol);
    run(byKind.get(false), options, ImmutableList.of(), outcomes);
    run(byKind.get(true), options, ONE_BY_ONE, outcomes);
  }

  private void run(
      List<Subject> subjects, List<String> options, List<String> more, Outcomes outcomes)
      throws IOException, InterruptedException {
    if (subjects.isEmpty()) {
      return;
    }
    Path results = Files.createTempDirectory(folder, RESULTS);
    StringBuilder versions = new StringBuilder();
    for (Subject subject : subjects) {
      versions.append(subject.version()).append('\n');
    }
    Files.writeString(results.resolve(VERSIONS), versions);
    String tests = subjects.stream().map(Subject::testName).collect(joining("|", "(", ")$"));
    ImmutableList<String> command =
        ImmutableList.<String>builder()
            .add(Path.of(System.getProperty("java.home"), "bin", "java").toString())
            .add("-cp", classes() + File.pathSeparator + CLASS_PATH)
            .add("org.openjdk.jcstress.Main", "-t", tests)
            .addAll(options)
            .addAll(more)
            .build();
    int status =
        new ProcessBuilder(command)
            .directory(results.toFile())
            .redirectErrorStream(true)
            .redirectOutput(results.resolve("output.txt").toFile())
            .start()
            .waitFor();
    if (status != 0 || logsIn(results).isEmpty()) {
      throw new IllegalStateException("jcstress failed, see " + results.resolve("output.txt"));
    }
    readAll(
        results,
        subjects.stream().map(Subject::testName).collect(ImmutableSet.toImmutableSet()),
        outcomes);
  }

  private static ImmutableList<Path> resultsIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(RESULTS))
          .sorted()
          .collect(toImmutableList());
    }
  }

  private static void readAll(Path results, Set<String> tests, Outcomes outcomes)
      throws IOException {
    for (Path log : logsIn(results)) {
      read(log, tests, outcomes);
    }
  }

  private static ImmutableList<Path> logsIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".bin.gz")).collect(toImmutableList());
    }
  }

  private static void read(Path log, Set<String> tests, Outcomes outcomes) throws IOException {
    InProcessCollector collector = new InProcessCollector();
    DiskReadCollector reader = new DiskReadCollector(log.toString(), collector);
    try {
      reader.dump();
    } catch (ClassNotFoundException e) {
      throw new IOException(e);
    } finally {
      reader.close();
    }
    for (TestResult result : collector.getTestResults()) {
      if (!tests.contains(result.getName())) {
        continue;
      }
      for (String state : result.getStateKeys()) {
        outcomes.add(result.getName(), state, result.getCount(state));
      }
    }
  }
}
