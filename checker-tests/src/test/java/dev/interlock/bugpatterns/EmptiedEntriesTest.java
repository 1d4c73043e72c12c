package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Containers in a concurrent map that are removed when they are found empty. */
final class EmptiedEntriesTest {

  @Test
  void setThatIsRemovedWhenEmptyLosesWhatIsAddedMeanwhile() {
    CheckTester.of(
            """
            import java.util.Set;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ConcurrentMap;

            class Rooms {
              private final ConcurrentMap<String, Set<String>> members = new ConcurrentHashMap<>();

              void join(String room, String user) {
                members.computeIfAbsent(room, r -> ConcurrentHashMap.newKeySet()).add(user);
              }

              void leave(String room, String user) {
                Set<String> inRoom = members.get(room);
                if (inRoom == null) {
                  return;
                }
                inRoom.remove(user);
                if (inRoom.isEmpty()) {
                  members.remove(room); // BUG: NonAtomicCheckThenAct
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void setThatIsRemovedInsideTheMapsOwnLockLosesNothing() {
    CheckTester.of(
            """
            import java.util.Set;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ConcurrentMap;

            class Rooms {
              private final ConcurrentMap<String, Set<String>> members = new ConcurrentHashMap<>();

              void join(String room, String user) {
                members.compute(
                    room,
                    (r, inRoom) -> {
                      Set<String> set = inRoom == null ? ConcurrentHashMap.newKeySet() : inRoom;
                      set.add(user);
                      return set;
                    });
              }

              void leave(String room, String user) {
                members.computeIfPresent(
                    room,
                    (r, inRoom) -> {
                      inRoom.remove(user);
                      return inRoom.isEmpty() ? null : inRoom;
                    });
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
