package at.bergwacht.rescue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;

/** Several short sections after another, each of which is complete by itself. */
class MountainRescue {
  private final Object lock = new Object();
  private final Deque<String> calls = new ArrayDeque<>();
  private final Map<String, String> teams = new HashMap<>();
  private int nextMission = 1;
  private int missions;
  private long version;
  private String weather = "clear";

  /** The number is taken in one section and belongs to the caller from then on. */
  String alarm(String place) {
    int number;
    synchronized (lock) {
      number = nextMission++;
    }
    String mission = number + " " + place;
    synchronized (lock) {
      calls.add(mission);
    }
    return mission;
  }

  /** The call is taken out in one section; nobody else has it. */
  void dispatch(String team) {
    String call;
    synchronized (lock) {
      call = calls.poll();
    }
    if (call == null) {
      return;
    }
    synchronized (lock) {
      teams.put(team, call);
      version++;
      missions++;
    }
  }

  /** The old text is only printed. */
  void forecast(String text) {
    String before;
    synchronized (lock) {
      before = weather;
    }
    System.out.println(before + " -> " + text);
    synchronized (lock) {
      weather = text;
    }
  }

  /** Prepared outside, valid only if nothing has changed since. */
  boolean regroup(String team) {
    long seen;
    List<String> names;
    synchronized (lock) {
      seen = version;
      names = new ArrayList<>(teams.keySet());
    }
    names.remove(team);
    names.sort(null);
    synchronized (lock) {
      if (version != seen || names.isEmpty()) {
        return false;
      }
      version = seen + 1;
      teams.put(names.get(0), team);
      return true;
    }
  }

  /** Tests, lets go, tests again. */
  void stepDown(String team) {
    boolean active;
    synchronized (lock) {
      active = teams.containsKey(team);
    }
    if (!active) {
      return;
    }
    System.out.println("calling " + team);
    synchronized (lock) {
      if (teams.remove(team) != null) {
        missions--;
        version++;
      }
    }
  }

  void weekend(ExecutorService radios, List<String> names) {
    for (String name : names) {
      radios.submit(() -> alarm(name));
      radios.execute(() -> dispatch(name));
      radios.execute(() -> forecast(name));
      radios.submit(() -> regroup(name));
      radios.execute(() -> stepDown(name));
    }
  }
}
