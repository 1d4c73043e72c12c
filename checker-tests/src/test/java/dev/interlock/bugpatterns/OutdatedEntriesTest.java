package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Entries of concurrent maps that are removed for what their value was. */
final class OutdatedEntriesTest {

  @Test
  void loopRemovesByKeyWhatItLookedAt() {
    CheckTester.of(
            """
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ConcurrentMap;

            class Leases {
              record Lease(String owner, long deadline) {}

              private final ConcurrentMap<String, Lease> leases = new ConcurrentHashMap<>();

              void renew(String partition, Lease lease) {
                leases.put(partition, lease);
              }

              void expire(long now) {
                for (Map.Entry<String, Lease> entry : leases.entrySet()) {
                  if (entry.getValue().deadline() <= now) {
                    leases.remove(entry.getKey()); // BUG: NonAtomicCheckThenAct
                  }
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void loopRemovesNothingButWhatItLookedAt() {
    CheckTester.of(
            """
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ConcurrentMap;

            class Leases {
              record Lease(String owner, long deadline) {}

              private final ConcurrentMap<String, Lease> leases = new ConcurrentHashMap<>();

              void renew(String partition, Lease lease) {
                leases.put(partition, lease);
              }

              void expire(long now) {
                for (Map.Entry<String, Lease> entry : leases.entrySet()) {
                  if (entry.getValue().deadline() <= now) {
                    leases.remove(entry.getKey(), entry.getValue());
                  }
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void numberThatIsTooOldIsRemovedAfterALook() {
    CheckTester.of(
            """
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ConcurrentMap;

            class Seen {
              private final ConcurrentMap<String, Long> seen = new ConcurrentHashMap<>();

              void touch(String name, long now) {
                seen.put(name, now);
              }

              void drop(String name, long limit) {
                Long last = seen.get(name);
                if (last != null && last < limit) {
                  seen.remove(name); // BUG: NonAtomicCheckThenAct
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void objectThatChangesItselfStaysInItsEntry() {
    CheckTester.of(
            """
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ConcurrentMap;

            class Sessions {
              static class Session {
                volatile long last;
              }

              private final ConcurrentMap<String, Session> sessions = new ConcurrentHashMap<>();

              void open(String id) {
                sessions.put(id, new Session());
              }

              void expire(long limit) {
                for (Map.Entry<String, Session> entry : sessions.entrySet()) {
                  if (entry.getValue().last < limit) {
                    sessions.remove(entry.getKey());
                  }
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void entryThatIsRemovedWhateverItHolds() {
    CheckTester.of(
            """
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ConcurrentMap;

            class Seen {
              private final ConcurrentMap<String, Long> seen = new ConcurrentHashMap<>();

              void touch(String name, long now) {
                seen.put(name, now);
              }

              void drop(String name) {
                Long last = seen.get(name);
                if (last != null) {
                  seen.remove(name);
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  private static final String SIZES =
      """
      import java.util.concurrent.ConcurrentHashMap;
      import java.util.concurrent.ConcurrentMap;
      import java.util.concurrent.atomic.LongAdder;

      class Sizes {
        private final ConcurrentMap<String, Long> sizes = new ConcurrentHashMap<>();
        private final LongAdder total = new LongAdder();

        void note(String region, long size) {
          sizes.put(region, size);
        }

        void forget(String region) {
          BODY
        }
      }
      """;

  @Test
  void numberIsCountedInBeforeItIsRemoved() {
    CheckTester.of(
            SIZES.replace(
                "BODY",
                """
                Long size = sizes.get(region);
                if (size != null) {
                  total.add(-size);
                  sizes.remove(region); // BUG: NonAtomicCheckThenAct
                }
                """))
        .reportsWhatIsMarked();
  }

  @Test
  void numberIsCountedInByWhoHasRemovedIt() {
    CheckTester.of(
            SIZES.replace(
                "BODY",
                """
                Long size = sizes.remove(region);
                if (size != null) {
                  total.add(-size);
                }
                """))
        .reportsWhatIsMarked();
  }

  @Test
  void numberIsShownBeforeItIsRemoved() {
    CheckTester.of(
            SIZES.replace(
                "BODY",
                """
                Long size = sizes.get(region);
                if (size != null) {
                  System.out.println(size);
                  sizes.remove(region);
                }
                """))
        .reportsWhatIsMarked();
  }
}
