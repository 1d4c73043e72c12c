package dev.interlock.cli;

import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;

/** Says how far a compilation is, now and then, so that a long run is not taken for a dead one. */
final class Progress implements TaskListener {
  private static final Duration INTERVAL = Duration.ofSeconds(3);

  private final PrintWriter out;
  private final InstantSource clock;
  private final int files;
  private final Set<URI> analysed = new HashSet<>();
  private Instant last;

  /**
   * @param files how many files are compiled
   */
  Progress(PrintWriter out, InstantSource clock, int files) {
    this.out = out;
    this.clock = clock;
    this.files = files;
    last = clock.instant();
  }

  @Override
  public void started(TaskEvent event) {
    if (event.getKind() == TaskEvent.Kind.ANALYZE) {
      tell("compiling");
    }
  }

  @Override
  public void finished(TaskEvent event) {
    switch (event.getKind()) {
      case PARSE -> tell("reading");
      case ANALYZE -> {
        analysed.add(event.getSourceFile().toUri());
        tell("%d of %d files checked".formatted(analysed.size(), files));
      }
      default -> {}
    }
  }

  private void tell(String state) {
    Instant now = clock.instant();
    if (Duration.between(last, now).compareTo(INTERVAL) >= 0) {
      out.println("... " + state);
      last = now;
    }
  }
}
