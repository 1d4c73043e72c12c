package dev.interlock.fixes;

import org.junit.jupiter.api.Test;

/** An element that a map lacks is made and put in by one call. */
final class MapCreationsTest {

  @Test
  void commentsOfTheCheckGoBeforeTheCall() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ConcurrentMap;

            class Sample {
              private final ConcurrentMap<String, List<String>> rooms = new ConcurrentHashMap<>();

              List<String> room(String name) {
                List<String> room = rooms.get(name); // known?
                if (room == null) { // the first guest
                  room = new ArrayList<>();
                  rooms.put(name, room);
                }
                return room;
              }
            }
            """,
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ConcurrentMap;

            class Sample {
              private final ConcurrentMap<String, List<String>> rooms = new ConcurrentHashMap<>();

              List<String> room(String name) {
                // the first guest
                List<String> room = rooms.computeIfAbsent(name, key -> new ArrayList<>()); // known?
                return room;
              }
            }
            """);
  }

  @Test
  void commentAmidTheCodeIsNotLost() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ConcurrentMap;

            class Sample {
              private final ConcurrentMap<String, List<String>> rooms = new ConcurrentHashMap<>();

              List<String> room(String name) {
                List<String> room = rooms.get(name); // known?
                if (room == null) { /* the first guest */
                  room = new ArrayList<>();
                  rooms.put(name, room);
                }
                return room;
              }
            }
            """,
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ConcurrentMap;

            class Sample {
              private final Object lock = new Object();
              private final ConcurrentMap<String, List<String>> rooms = new ConcurrentHashMap<>();

              List<String> room(String name) {
                List<String> room;
                synchronized (lock) {
                  room = rooms.get(name); // known?
                  if (room == null) { /* the first guest */
                    room = new ArrayList<>();
                    rooms.put(name, room);
                  }
                }
                return room;
              }
            }
            """);
  }

  @Test
  void slashesInAStringAreNoComment() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ConcurrentMap;

            class Sample {
              private final ConcurrentMap<String, StringBuilder> links = new ConcurrentHashMap<>();

              void link(String name) {
                if (!links.containsKey(name)) {
                  // where it leads
                  links.put(name, new StringBuilder("https://example.org"));
                }
              }
            }
            """,
            """
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ConcurrentMap;

            class Sample {
              private final ConcurrentMap<String, StringBuilder> links = new ConcurrentHashMap<>();

              void link(String name) {
                // where it leads
                links.computeIfAbsent(name, key -> new StringBuilder("https://example.org"));
              }
            }
            """);
  }

  @Test
  void resultOfPutIfAbsentIsNoLongerIgnored() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ConcurrentMap;

            class Sample {
              private final ConcurrentMap<String, List<String>> rooms = new ConcurrentHashMap<>();

              List<String> room(String name) {
                List<String> room = rooms.get(name);
                if (room == null) {
                  room = new ArrayList<>();
                  rooms.putIfAbsent(name, room);
                }
                return room;
              }
            }
            """,
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ConcurrentMap;

            class Sample {
              private final ConcurrentMap<String, List<String>> rooms = new ConcurrentHashMap<>();

              List<String> room(String name) {
                List<String> room = rooms.computeIfAbsent(name, key -> new ArrayList<>());
                return room;
              }
            }
            """);
  }

  @Test
  void secondLookIsTheResult() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ConcurrentMap;

            class Sample {
              private final ConcurrentMap<String, List<String>> rooms = new ConcurrentHashMap<>();

              List<String> room(String name) {
                if (!rooms.containsKey(name)) {
                  rooms.put(name, new ArrayList<>());
                }
                return rooms.get(name);
              }

              void leave(String name) {
                rooms.remove(name);
              }
            }
            """,
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.ConcurrentMap;

            class Sample {
              private final ConcurrentMap<String, List<String>> rooms = new ConcurrentHashMap<>();

              List<String> room(String name) {
                return rooms.computeIfAbsent(name, key -> new ArrayList<>());
              }

              void leave(String name) {
                rooms.remove(name);
              }
            }
            """);
  }

  @Test
  void elementThatIsReturnedIsMadeByTheMap() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;

            class Sample {
              private final Map<String, List<String>> rooms = new ConcurrentHashMap<>();

              List<String> room(String name) {
                if (rooms.containsKey(name)) {
                  return rooms.get(name);
                } else {
                  // the first guest
                  List<String> room = new ArrayList<>();
                  rooms.put(name, room);
                  return room;
                }
              }
            }
            """,
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;

            class Sample {
              private final Map<String, List<String>> rooms = new ConcurrentHashMap<>();

              List<String> room(String name) {
                // the first guest
                return rooms.computeIfAbsent(name, key -> new ArrayList<>());
              }
            }
            """);
  }

  @Test
  void elementThatIsReturnedAfterwardsIsMadeByTheMap() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;

            class Sample {
              private final Map<String, List<String>> rooms = new ConcurrentHashMap<>();

              List<String> room(String name) {
                if (rooms.containsKey(name)) {
                  return rooms.get(name);
                }
                List<String> room = new ArrayList<>();
                rooms.put(name, room);
                return room;
              }
            }
            """,
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;

            class Sample {
              private final Map<String, List<String>> rooms = new ConcurrentHashMap<>();

              List<String> room(String name) {
                return rooms.computeIfAbsent(name, key -> new ArrayList<>());
              }
            }
            """);
  }

  @Test
  void elementThatIsChangedBeforeItIsReturnedIsLocked() {
    Refactoring.byDefault()
        .turns(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.Map;
            import java.util.concurrent.ConcurrentHashMap;

            class Sample {
              private final Map<String, List<String>> rooms = new ConcurrentHashMap<>();

              List<String> room(String name) {
                if (rooms.containsKey(name)) {
                  return rooms.get(name);
                }
                List<String> room = new ArrayList<>();
                rooms.put(name, room);
                room.add("swept");
                return room;
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
              private final Map<String, List<String>> rooms = new ConcurrentHashMap<>();

              List<String> room(String name) {
                List<String> room;
                synchronized (lock) {
                  if (rooms.containsKey(name)) {
                    return rooms.get(name);
                  }
                  room = new ArrayList<>();
                  rooms.put(name, room);
                }
                room.add("swept");
                return room;
              }
            }
            """);
  }
}
