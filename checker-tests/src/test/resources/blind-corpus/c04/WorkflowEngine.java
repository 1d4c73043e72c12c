package com.pipefitter.flow;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;

/** Runs are driven by events that arrive on any worker. */
public final class WorkflowEngine {
  public enum Status { NEW, ACTIVE, WAITING, DONE, FAILED }

  public sealed interface Event permits Started, Progressed, Ended {
    String run();
  }

  public record Started(String run) implements Event {}

  public record Progressed(String run, int percent) implements Event {}

  public record Ended(String run, boolean ok) implements Event {}

  private final ConcurrentMap<String, Run> runs = new ConcurrentHashMap<>();
  private final Map<String, Status> statuses = new ConcurrentHashMap<>();
  private final AtomicReference<List<String>> finished = new AtomicReference<>(List.of());
  private final ExecutorService workers;
  private int errors;

  public WorkflowEngine(ExecutorService workers) {
    this.workers = workers;
  }

  public void post(Event e) {
    workers.execute(() -> {
      try {
        handle(e);
      } catch (IllegalStateException x) {
        errors++; // RACE rmw
      }
    });
  }

  private void handle(Event e) {
    if (e instanceof Started s) {
      runs.putIfAbsent(s.run(), new Run());
      transition(s.run(), Status.NEW, Status.ACTIVE);
    } else if (e instanceof Progressed p) {
      Run run = runs.get(p.run());
      if (run == null) {
        throw new IllegalStateException(p.run());
      }
      run.progress(p.percent());
    } else if (e instanceof Ended end) {
      finish(end);
    }
  }

  private void transition(String run, Status from, Status to) {
    Status now = statuses.getOrDefault(run, Status.NEW); // RACE check-then-act #2
    if (now != from) {
      throw new IllegalStateException(run + " is " + now);
    }
    statuses.put(run, to); // RACE check-then-act #2
  }

  private void finish(Ended end) {
    statuses.compute(end.run(), (r, s) -> {
      if (s == Status.DONE || s == Status.FAILED) {
        return s;
      }
      return end.ok() ? Status.DONE : Status.FAILED;
    });
    Run gone = runs.remove(end.run());
    if (gone != null) {
      List<String> old;
      List<String> grown;
      do {
        old = finished.get();
        grown = new ArrayList<>(old);
        grown.add(end.run());
      } while (!finished.compareAndSet(old, grown));
    }
  }

  public Map<Status, Integer> histogram() {
    Map<Status, Integer> h = new EnumMap<>(Status.class);
    statuses.values().forEach(s -> h.merge(s, 1, Integer::sum));
    return h;
  }
}
