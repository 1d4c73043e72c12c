package dev.interlock.analysis.sharing;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.truth.Truth.assertThat;

import com.google.common.collect.ImmutableList;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.lock.HeldLocks;
import dev.interlock.testing.EngineParts;
import org.junit.jupiter.api.Test;

/** Where the analysis of explicit locks has failed, there may be any lock: nothing is claimed. */
final class UnknownLocksTest {
  private static final String SOURCE =
      """
      import java.util.concurrent.locks.ReentrantLock;

      final class Stock {
        private final ReentrantLock lock = new ReentrantLock();
        private int pieces;

        void deliver() {
          lock.lock();
          add();
          lock.unlock();
        }

        void find() {
          add();
        }

        private void add() {
          pieces++;
        }

        void count() {
          lock.lock();
          pieces++;
          lock.unlock();
        }
      }
      """;

  private static final EngineParts KNOWN = EngineParts.of(SOURCE);
  private static final EngineParts FAILED =
      EngineParts.with((body, operations) -> HeldLocks.UNKNOWN, SOURCE);

  @Test
  void bodyThatFailedHasNoEffects() {
    assertThat(KNOWN.summaries().of(KNOWN.method("count")).effects()).isNotEmpty();
    assertThat(FAILED.summaries().of(FAILED.method("count")).effects()).isEmpty();
  }

  @Test
  void bodyThatUsesNoExplicitLockCannotFail() {
    assertThat(FAILED.summaries().of(FAILED.method("add")).effects()).isNotEmpty();
  }

  @Test
  void noContextLeadsThroughABodyThatFailed() {
    assertThat(callersOfAdd(KNOWN)).containsExactly("Stock.deliver", "Stock.find");
    assertThat(callersOfAdd(FAILED)).containsExactly("Stock.find");
  }

  @Test
  void accessOfABodyThatFailedHasNoContext() {
    assertThat(contexts(KNOWN, KNOWN.method("count"))).hasSize(1);
    assertThat(contexts(FAILED, FAILED.method("count"))).isEmpty();
  }

  private static ImmutableList<String> callersOfAdd(EngineParts parts) {
    return contexts(parts, parts.method("add")).stream()
        .map(context -> context.top().toString())
        .collect(toImmutableList());
  }

  /** Returns the contexts from which anything follows. */
  private static ImmutableList<Context> contexts(EngineParts parts, Body body) {
    Access write = body.accesses().stream().filter(Access::isWrite).findFirst().orElseThrow();
    return parts
        .search()
        .contextsOf(body, write.location(), write.point(), parts.locks().of(body).at(write.point()))
        .stream()
        .filter(context -> context.home() != Home.UNKNOWN)
        .collect(toImmutableList());
  }
}
