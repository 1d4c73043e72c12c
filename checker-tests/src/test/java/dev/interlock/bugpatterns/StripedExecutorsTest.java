package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Arrays of single threads, each of which owns what has the same index. */
final class StripedExecutorsTest {
  /** Serial executors, of which a helper chooses one by a number. */
  private static final String LANES =
      """
      import java.util.concurrent.ExecutorService;
      import java.util.concurrent.Executors;

      class Lanes {
        private final ExecutorService[] lanes = new ExecutorService[4];

        Lanes() {
          for (int i = 0; i < lanes.length; i++) {
            lanes[i] = Executors.newSingleThreadExecutor();
          }
        }

        void execute(long key, Runnable task) {
          lanes[(int) Math.floorMod(key, (long) lanes.length)].execute(task);
        }
      }

      class Ledger {
        private final Lanes lanes;
        private final long id;
        private long confirmed;

        Ledger(Lanes lanes, long id) {
          this.lanes = lanes;
          this.id = id;
        }

        void add(long entry) {
          lanes.execute(%s, () -> confirm(entry));
        }

        private void confirm(long entry) {
          confirmed = Math.max(confirmed, entry);%s
        }
      }
      """;

  @Test
  void elementOfTheThreadOfTheSameIndex() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.Executors;

            class Shards {
              private final Shard[] shards = new Shard[4];
              private final ExecutorService[] loops = new ExecutorService[4];
              private final Shard common = new Shard();

              Shards() {
                for (int i = 0; i < 4; i++) {
                  shards[i] = new Shard();
                  loops[i] = Executors.newSingleThreadExecutor();
                }
              }

              void add(String key, long delta) {
                int i = Math.floorMod(key.hashCode(), 4);
                loops[i].execute(() -> shards[i].add(delta));
                loops[i].execute(() -> common.count(delta));
              }
            }

            class Shard {
              private long sum;
              private long all;

              void add(long delta) {
                sum += delta;
              }

              void count(long delta) {
                all += delta; // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void elementsOfPoolsAreNotOwned() {
    CheckTester.of(
            """
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.Executors;

            class Shards {
              private final long[] sums = new long[4];
              private final ExecutorService[] pools = new ExecutorService[4];

              Shards() {
                for (int i = 0; i < 4; i++) {
                  pools[i] = Executors.newFixedThreadPool(2);
                }
              }

              void add(String key, long delta) {
                int i = Math.floorMod(key.hashCode(), 4);
                pools[i].execute(() -> sums[i] += delta); // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void executorThatEachObjectHasForItself() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.CompletableFuture;
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.Executors;

            class Store {
              private static final class Shard {
                private final ExecutorService thread = Executors.newSingleThreadExecutor();
                private long operations;

                private long add(long by) {
                  operations += by;
                  return operations;
                }
              }

              private final List<Shard> shards = new ArrayList<>();
              private long total;

              Store(int size) {
                for (int i = 0; i < size; i++) {
                  shards.add(new Shard());
                }
              }

              private Shard shardOf(String key) {
                return shards.get(Math.floorMod(key.hashCode(), shards.size()));
              }

              CompletableFuture<Long> add(String key, long by) {
                Shard shard = shardOf(key);
                return CompletableFuture.supplyAsync(() -> shard.add(by), shard.thread);
              }

              void resetAll() {
                for (Shard shard : shards) {
                  shard.thread.execute(
                      () -> {
                        total += shard.operations; // BUG: UnsafeReadModifyWrite
                        shard.operations -= shard.operations;
                      });
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void executorOfAnotherObjectThanTheOneWorkedOn() {
    CheckTester.of(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.Executors;

            class Store {
              private static final class Shard {
                private final ExecutorService thread = Executors.newSingleThreadExecutor();
                private long operations;
              }

              private final List<Shard> shards = new ArrayList<>(List.of(new Shard(), new Shard()));

              void add(int to, int from) {
                Shard shard = shards.get(to);
                Shard other = shards.get(from);
                other.thread.execute(() -> shard.operations++); // BUG: UnsafeReadModifyWrite
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void helperThatChoosesTheLaneOfAnObject() {
    CheckTester.of(LANES.formatted("id", "")).reportsWhatIsMarked();
  }

  @Test
  void helperThatChoosesTheLaneOfAnArgument() {
    CheckTester.of(LANES.formatted("entry", " // BUG: UnsafeReadModifyWrite"))
        .reportsWhatIsMarked();
  }
}
