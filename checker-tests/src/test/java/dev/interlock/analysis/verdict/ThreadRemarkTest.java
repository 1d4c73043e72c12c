package dev.interlock.analysis.verdict;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read out of comments on threads, and what is not. */
final class ThreadRemarkTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Thread-safe. | SEVERAL",
        "Any thread. | SEVERAL",
        "From any thread; never blocks. | SEVERAL",
        "Called by anybody. | SEVERAL",
        "Sockets call in from many threads. | SEVERAL",
        "Gateways submit from their own threads. | SEVERAL",
        "Flags are read without locks; administrators change them concurrently. | SEVERAL",
        "Used by the importers and by the REST layer at the same time. | SEVERAL",
        "Consumer thread only. | ONE",
        "The applier thread. | ONE",
        "One sync thread. | ONE",
        "Called by the flusher thread. | ONE",
        "Only used by the reader thread. | ONE",
        "All state belongs to the channel's event loop. | ONE",
        "The audio thread calls render(). Control methods come from any thread. | SOME",
        "Any writer thread adds; flushing happens on the event loop. | SOME",
        "Not thread-safe. | SOME",
        "Guarded by the lock of the list. | SOME",
        "Blocks the calling thread until the queue has room. | SOME",
        "Implementations must be thread-safe. | NONE",
        "Compiles the modules of one level in parallel. | NONE",
        "Counts what was sold. | NONE",
      })
  void comment(String comment, ThreadRemark remark) {
    assertThat(ThreadRemark.of(comment)).isEqualTo(remark);
  }

  @ParameterizedTest
  @ValueSource(strings = {"submit", "Submit"})
  void clauseThatNamesTheMethod(String method) {
    String comment = "Gateways submit from their own threads; one engine thread owns the book.";

    assertThat(ThreadRemark.isOfSeveral(comment, method)).isTrue();
    assertThat(ThreadRemark.isOfSeveral(comment, "owns")).isFalse();
  }
}
