package dev.interlock.benchmarks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import dev.interlock.benchmarks.ColdCompilation.Cost;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Measures one subject of the page on performance, prints its table and writes it there. What is
 * compared is measured in turns, in an order drawn anew for each round, and told as a ratio.
 */
public final class Performance {
  private final Workplace workplace;
  private final ColdCompilation cold;
  private final int rounds;
  private final Random random = new Random(42);

  private Performance(Workplace workplace, int rounds) {
    this.workplace = workplace;
    this.cold = new ColdCompilation(workplace);
    this.rounds = rounds;
  }

  /**
   * Runs one measurement.
   *
   * @param args {@code warm}, {@code cold}, {@code growth} or {@code extremes}; the page to write
   *     to; the rounds; then the libraries, or the sizes in lines
   */
  public static void main(String... args) throws IOException, RunnerException {
    Performance measurement =
        new Performance(Workplace.fromProperties(), Integer.parseInt(args[2]));
    List<String> subjects = Arrays.asList(args).subList(3, args.length);
    ImmutableList<String> table =
        switch (args[0]) {
          case "warm" -> measurement.warm(subjects);
          case "cold" -> measurement.cold(subjects);
          case "growth" -> measurement.growth(subjects);
          case "extremes" -> measurement.extremes();
          default -> throw new IllegalArgumentException("no such measurement: " + args[0]);
        };
    table.forEach(System.out::println);
    new Page(Path.of(args[1])).replace(args[0], table);
  }

  // ---- libraries

  private ImmutableList<String> cold(List<String> libraries) {
    ImmutableList.Builder<String> table = ImmutableList.builder();
    table.add("| library | compiled with | compared with | time | processor time | peak memory |");
    table.add("|---|---|---|---|---|---|");
    for (String library : libraries) {
      Project project = workplace.library(library);
      ListMultimap<Setup, Cost> costs = measure(project, List.of(Setup.values()));
      String name = "%s (%,d lines)".formatted(library, project.lines());
      for (Setup setup : Setup.values()) {
        if (setup != setup.base()) {
          List<Cost> own = costs.get(setup);
          List<Cost> base = costs.get(setup.base());
          table.add(
              row(
                  name,
                  setup.label(),
                  setup.base().label(),
                  ratio(own, base, Cost::seconds),
                  ratio(own, base, Cost::cpuSeconds),
                  ratio(own, base, Cost::peakBytes)));
        }
      }
    }
    return table.build();
  }

  private ImmutableList<String> warm(List<String> libraries) throws RunnerException {
    ImmutableList.Builder<String> table = ImmutableList.builder();
    table.add("| library | compiled with | compared with | time |");
    table.add("|---|---|---|---|");
    for (String library : libraries) {
      ListMultimap<Setup, Double> times =
          MultimapBuilder.enumKeys(Setup.class).arrayListValues().build();
      for (Setup setup : Setup.values()) {
        times.putAll(setup, warmTimes(library, setup));
      }
      for (Setup setup : Setup.values()) {
        if (setup != setup.base()) {
          Ratio ratio = Ratio.ofMeans(times.get(setup), times.get(setup.base()));
          table.add(row(library, setup.label(), setup.base().label(), ratio.toString()));
        }
      }
    }
    return table.build();
  }

  private List<Double> warmTimes(String library, Setup setup) throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include(CompileBenchmark.class.getName())
            .param("library", library)
            .param("setup", setup.name())
            .measurementIterations(rounds)
            .build();
    List<Double> times = new ArrayList<>();
    for (RunResult result : new Runner(options).run()) {
      result
          .getPrimaryResult()
          .getStatistics()
          .getRawData()
          .forEachRemaining(entry -> times.add(entry.getKey()));
    }
    return times;
  }

  // ---- generated code

  private ImmutableList<String> growth(List<String> sizes) {
    ImmutableList.Builder<String> table = ImmutableList.builder();
    table.add("| lines | Error Prone, all checks off | Interlock in addition | ratio |");
    table.add("|---|---|---|---|");
    List<Double> lines = new ArrayList<>();
    List<Double> added = new ArrayList<>();
    for (String size : sizes) {
      Project project = SyntheticCode.write(workplace.scratch(), Integer.parseInt(size));
      ListMultimap<Setup, Cost> costs =
          measure(project, List.of(Setup.ERROR_PRONE, Setup.INTERLOCK));
      List<Cost> own = costs.get(Setup.INTERLOCK);
      List<Cost> base = costs.get(Setup.ERROR_PRONE);
      double plain = mean(base);
      double more = mean(own) - plain;
      lines.add((double) project.lines());
      added.add(Math.max(more, 1e-3));
      table.add(
          row(
              "%,d".formatted(project.lines()),
              "%.1f s".formatted(plain),
              "%.2f s".formatted(more),
              ratio(own, base, Cost::seconds)));
    }
    table.add("");
    table.add(
        "The addition grows with the lines to the power of %.2f."
            .formatted(Exponent.fit(lines, added)));
    return table.build();
  }

  private ImmutableList<String> extremes() {
    ImmutableList.Builder<String> table = ImmutableList.builder();
    table.add(
        "| code | Error Prone, all checks off | Interlock | of which added | by half as much |");
    table.add("|---|---|---|---|---|");
    for (ExtremeCode code : ExtremeCode.values()) {
      double[] plain = new double[2];
      double[] checked = new double[2];
      for (int i = 0; i < 2; i++) {
        Project project = code.write(workplace.scratch(), i + 1);
        ListMultimap<Setup, Cost> costs =
            measure(project, List.of(Setup.ERROR_PRONE, Setup.INTERLOCK));
        plain[i] = mean(costs.get(Setup.ERROR_PRONE));
        checked[i] = mean(costs.get(Setup.INTERLOCK));
      }
      table.add(
          row(
              code.label(),
              "%.2f s".formatted(plain[0]),
              "%.2f s".formatted(checked[0]),
              "%.2f s".formatted(checked[0] - plain[0]),
              "%.2f s".formatted(checked[1] - plain[1])));
    }
    return table.build();
  }

  // ---- measuring

  private ListMultimap<Setup, Cost> measure(Project project, List<Setup> setups) {
    ListMultimap<Setup, Cost> costs =
        MultimapBuilder.enumKeys(Setup.class).arrayListValues().build();
    List<Setup> order = new ArrayList<>(setups);
    cold.run(project, setups.get(0)); // fills the caches of the file system
    for (int round = 0; round < rounds; round++) {
      Collections.shuffle(order, random);
      for (Setup setup : order) {
        costs.put(setup, cold.run(project, setup));
      }
    }
    return costs;
  }

  private static double mean(List<Cost> costs) {
    return costs.stream().mapToDouble(Cost::seconds).average().orElseThrow();
  }

  private static String ratio(List<Cost> own, List<Cost> base, ToDoubleFunction<Cost> aspect) {
    return Ratio.ofPairs(all(own, aspect), all(base, aspect)).toString();
  }

  private static List<Double> all(List<Cost> costs, ToDoubleFunction<Cost> aspect) {
    return costs.stream().map(aspect::applyAsDouble).toList();
  }

  private static String row(String... cells) {
    return String.format(Locale.ROOT, "| %s |", String.join(" | ", cells));
  }
}
