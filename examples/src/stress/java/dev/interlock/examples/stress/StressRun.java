package dev.interlock.examples.stress;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Shows how many updates each version of each incident loses.
 *
 * <p>Takes the names of incidents, or none for all of them. Exits with 1 if a fixed version lost an
 * update or did not come to an end, and with 2 if there is no incident of that name.
 */
public final class StressRun {
  /** Long enough for every trial; a plain map changed in parallel may well loop for ever. */
  private static final long PATIENCE_SECONDS = 20;

  private StressRun() {}

  /** Runs the incidents named, or all. */
  public static void main(String[] args) throws InterruptedException {
    List<String> wanted = List.of(args);
    List<String> incidents = versions().map(Version::incident).distinct().toList();
    if (!incidents.containsAll(wanted)) {
      System.err.println("Incidents: " + String.join(", ", incidents));
      System.exit(2);
    }
    List<Version> chosen =
        versions()
            .filter(version -> wanted.isEmpty() || wanted.contains(version.incident()))
            .toList();

    System.out.printf("%-12s%-28s%10s    %s%n", "incident", "version", "lost", "of updates");
    boolean sound = true;
    for (Version version : chosen) {
      sound &= report(version);
    }
    System.out.println(sound ? "The fixes lost nothing." : "A FIX FAILED.");
    // Contenders of a trial that hangs must not keep the virtual machine alive.
    System.exit(sound ? 0 : 1);
  }

  private static Stream<Version> versions() {
    return Stream.of(
            AlbumsStress.versions(),
            OrdersStress.versions(),
            MiddlewareStress.versions(),
            GatewayStress.versions(),
            MetricsStress.versions(),
            CacheStress.versions())
        .flatMap(List::stream);
  }

  /** Tries the version, tells what it lost, and returns whether that is to be expected of it. */
  private static boolean report(Version version) throws InterruptedException {
    FutureTask<Outcome> trial = new FutureTask<>(version.trial()::run);
    Contention.start(trial);
    try {
      Outcome outcome = trial.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      System.out.printf(
          "%-12s%-28s%,10d of %,d%n",
          version.incident(), version.name(), outcome.lost(), outcome.updates());
      return !version.isFixed() || outcome.lost() == 0;
    } catch (TimeoutException e) {
      System.out.printf("%-12s%-28s%10s%n", version.incident(), version.name(), "hung");
    } catch (ExecutionException e) {
      System.out.printf(
          "%-12s%-28s%10s  %s%n", version.incident(), version.name(), "broken", e.getCause());
    }
    return !version.isFixed();
  }
}
