package dev.interlock.fixes;

import org.junit.jupiter.api.Test;

/** Elements of a guarded collection that are collections themselves. */
final class ElementUsesTest {

  @Test
  void lookAtAnElementThatIsChangedIsMadeUnderTheLock() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;

            class Sample {
              private final Map<String, List<Integer>> goals = new ConcurrentHashMap<>();

              void scored(String team, int number) {
                goals.computeIfAbsent(team, t -> new ArrayList<>()).add(number);
              }

              int sum(String team) {
                List<Integer> list = goals.get(team);
                if (list == null) {
                  return 0;
                }
                int sum = 0;
                for (int number : list) {
                  sum += number;
                }
                return sum;
              }
            }
            """,
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;

            class Sample {
              private final Object lock = new Object();
              private final Map<String, List<Integer>> goals = new ConcurrentHashMap<>();

              void scored(String team, int number) {
                synchronized (lock) {
                  goals.computeIfAbsent(team, t -> new ArrayList<>()).add(number);
                }
              }

              int sum(String team) {
                int sum;
                synchronized (lock) {
                  List<Integer> list = goals.get(team);
                  if (list == null) {
                    return 0;
                  }
                  sum = 0;
                  for (int number : list) {
                    sum += number;
                  }
                }
                return sum;
              }
            }
            """);
  }

  @Test
  void elementThatIsHandedOutIsLeftAlone() {
    Refactoring.byDefault()
        .leaves(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;

            class Sample {
              private final Map<String, List<Integer>> goals = new ConcurrentHashMap<>();

              void scored(String team, int number) {
                goals.computeIfAbsent(team, t -> new ArrayList<>()).add(number);
              }

              List<Integer> of(String team) {
                return goals.get(team);
              }
            }
            """);
  }

  @Test
  void elementThatMayBeGivenUpIsChangedInTheSectionThatLooksItUp() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.List;
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.CopyOnWriteArrayList;

            class Sample {
              private final Map<String, List<String>> members = new ConcurrentHashMap<>();

              void join(String room, String user) {
                List<String> list = members.get(room);
                if (list == null) {
                  list = new CopyOnWriteArrayList<>();
                  members.put(room, list);
                }
                list.add(user);
              }

              void leave(String room, String user) {
                List<String> list = members.get(room);
                if (list != null) {
                  list.remove(user);
                  if (list.isEmpty()) {
                    members.remove(room);
                  }
                }
              }

              int size(String room) {
                List<String> list = members.get(room);
                return list == null ? 0 : list.size();
              }
            }
            """,
            """
            import java.util.List;
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.CopyOnWriteArrayList;

            class Sample {
              private final Object lock = new Object();
              private final Map<String, List<String>> members = new ConcurrentHashMap<>();

              void join(String room, String user) {
                synchronized (lock) {
                  List<String> list = members.get(room);
                  if (list == null) {
                    list = new CopyOnWriteArrayList<>();
                    members.put(room, list);
                  }
                  list.add(user);
                }
              }

              void leave(String room, String user) {
                synchronized (lock) {
                  List<String> list = members.get(room);
                  if (list != null) {
                    list.remove(user);
                    if (list.isEmpty()) {
                      members.remove(room);
                    }
                  }
                }
              }

              int size(String room) {
                List<String> list = members.get(room);
                return list == null ? 0 : list.size();
              }
            }
            """);
  }
}
