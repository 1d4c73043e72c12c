package dev.interlock.fixes;

import org.junit.jupiter.api.Test;

/** A counter becomes an adder if the user asks for it. */
final class AdderFieldTest {

  @Test
  void countersThatAreOnlyAddedToBecomeAdders() {
    Refactoring.withLongAdders()
        .turns(
            """
            class Sample {
              private volatile int hits;
              private volatile long bytes = 0;
              private volatile int sessions;
              private volatile long limit = 7;

              void hit(int size) {
                hits++;
                bytes += size;
                bytes -= size / 2;
                sessions++;
                limit++;
              }

              String report() {
                return hits + " " + bytes + " " + limit;
              }

              boolean isFull() {
                return sessions > 9 ? true : false;
              }
            }
            """,
            """
            import java.util.concurrent.atomic.AtomicInteger;
            import java.util.concurrent.atomic.AtomicLong;
            import java.util.concurrent.atomic.LongAdder;
            class Sample {
              private final LongAdder hits = new LongAdder();
              private final LongAdder bytes = new LongAdder();
              private final AtomicInteger sessions = new AtomicInteger();
              private final AtomicLong limit = new AtomicLong(7);

              void hit(int size) {
                hits.increment();
                bytes.add(size);
                bytes.add(-(long) (size / 2));
                sessions.incrementAndGet();
                limit.incrementAndGet();
              }

              String report() {
                return hits.intValue() + " " + bytes.sum() + " " + limit.get();
              }

              boolean isFull() {
                return sessions.get() > 9 ? true : false;
              }
            }
            """);
  }
}
