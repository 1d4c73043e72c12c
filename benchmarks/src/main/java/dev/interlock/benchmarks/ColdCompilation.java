package dev.interlock.benchmarks;

import com.google.common.collect.ImmutableList;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compiles a project with a javac process of its own, as a build does. */
final class ColdCompilation {
  private static final ImmutableList<String> INTERNALS =
      ImmutableList.of(
          "api", "code", "comp", "file", "main", "model", "parser", "processing", "tree", "util");

  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

  /** How often the peak of the memory is looked at. */
  private static final long GLANCE_MILLIS = 10;

  private final Workplace workplace;

  ColdCompilation(Workplace workplace) {
    this.workplace = workplace;
  }

  /**
   * What one process took.
   *
   * @param seconds from its start to its end
   * @param cpuSeconds of all its threads, those of the collector and of the JIT included
   * @param peakBytes of resident memory; 0 where the system does not tell
   */
  record Cost(double seconds, double cpuSeconds, long peakBytes) {}

  /** Compiles once. */
  Cost run(Project project, Setup setup) {
    try {
      Path classes = workplace.scratch().resolve("classes");
      if (Files.exists(classes)) {
        MoreFiles.deleteRecursively(classes, RecursiveDeleteOption.ALLOW_INSECURE);
      }
      Files.createDirectories(classes);
      Path log = workplace.scratch().resolve("javac.log");
      ProcessBuilder javac = new ProcessBuilder(command(project, setup, classes));
      javac.redirectErrorStream(true).redirectOutput(log.toFile());
      return watch(javac, log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while javac ran", e);
    }
  }

  private static Cost watch(ProcessBuilder javac, Path log)
      throws IOException, InterruptedException {
    long begin = System.nanoTime();
    Process process = javac.start();
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    long peak = 0;
    Duration cpu = Duration.ZERO;
    do {
      peak = Math.max(peak, peak(status));
      cpu = process.info().totalCpuDuration().filter(d -> !d.isZero()).orElse(cpu);
    } while (!process.waitFor(GLANCE_MILLIS, TimeUnit.MILLISECONDS));
    double seconds = (System.nanoTime() - begin) / 1e9;
    if (process.exitValue() != 0) {
      throw new IllegalStateException("javac failed: see " + log);
    }
    return new Cost(seconds, cpu.toMillis() / 1e3, peak);
  }

  private static long peak(Path status) {
    try {
      Matcher peak = PEAK.matcher(Files.readString(status));
      return peak.find() ? Long.parseLong(peak.group(1)) * 1024 : 0;
    } catch (IOException e) {
      return 0; // the process has just ended, or this is no Linux
    }
  }

  private List<String> command(Project project, Setup setup, Path classes) throws IOException {
    Path files = workplace.scratch().resolve("files");
    Files.write(files, project.sources().stream().map(Path::toString).toList());
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
    for (String internal : INTERNALS) {
      command.add("-J--add-exports=jdk.compiler/com.sun.tools.javac." + internal + "=ALL-UNNAMED");
      command.add("-J--add-opens=jdk.compiler/com.sun.tools.javac." + internal + "=ALL-UNNAMED");
    }
    command.addAll(setup.options(workplace.processorPath()));
    if (!project.classPath().isEmpty()) {
      command.addAll(List.of("-cp", project.classPath()));
    }
    command.addAll(List.of("-d", classes.toString(), "@" + files));
    return command;
  }
}
