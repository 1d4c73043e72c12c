package dev.interlock.cli;

import static com.google.common.truth.Truth.assertThat;

import com.sun.source.util.TaskEvent;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import org.junit.jupiter.api.Test;

/** A long run says how far it is; a short one says nothing. */
final class ProgressTest {
  private final StringWriter said = new StringWriter();
  private Instant now = Instant.EPOCH;
  private final InstantSource clock = () -> now;
  private final Progress progress = new Progress(new PrintWriter(said, true), clock, 40);

  @Test
  void shortRunSaysNothing() {
    now = now.plusSeconds(2);
    progress.finished(event("A", TaskEvent.Kind.ANALYZE));

    assertThat(said.toString()).isEmpty();
  }

  @Test
  void longRunCountsFiles() {
    progress.finished(event("A", TaskEvent.Kind.ANALYZE));
    progress.finished(event("A", TaskEvent.Kind.ANALYZE));
    now = now.plus(Duration.ofMinutes(1));
    progress.finished(event("B", TaskEvent.Kind.ANALYZE));

    assertThat(said.toString()).isEqualTo("... 2 of 40 files checked\n");
  }

  @Test
  void linesKeepADistance() {
    for (int second = 0; second < 10; second++) {
      now = now.plusSeconds(1);
      progress.finished(event("A", TaskEvent.Kind.PARSE));
      progress.started(event("A", TaskEvent.Kind.ANALYZE));
    }

    assertThat(said.toString().lines())
        .containsExactly("... reading", "... reading", "... reading");
  }

  private static TaskEvent event(String name, TaskEvent.Kind kind) {
    return new TaskEvent(
        kind,
        new SimpleJavaFileObject(
            URI.create("file:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {});
  }
}
