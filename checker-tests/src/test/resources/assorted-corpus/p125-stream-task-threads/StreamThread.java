package org.streamkeeper.streams;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** One consumer loop per thread; tasks and stores belong to the thread that owns them. */
public class StreamThread extends Thread {
  public enum State { CREATED, RUNNING, SHUTDOWN, DEAD }

  private final Object stateLock = new Object();
  private State state = State.CREATED;
  private static final AtomicInteger NEXT = new AtomicInteger(1);

  private final Map<Integer, Task> tasks = new HashMap<>();
  private final Set<Integer> toCommit = new HashSet<>();
  private long processed;
  private int commits;
  private long lastCommit;
  private volatile Map<Integer, Long> published = Map.of();
  private volatile long lastPoll;
  private final Poller poller;

  interface Poller {
    Map<Integer, List<String>> poll();
  }

  static final class Task {
    final int partition;
    private final Map<String, Long> store = new HashMap<>();
    private long offset;
    private boolean commitNeeded;

    Task(int partition) {
      this.partition = partition;
    }

    void process(String key) {
      Long n = store.get(key);
      store.put(key, n == null ? 1L : n + 1);
      offset++;
      commitNeeded = true;
    }

    boolean commit() {
      boolean c = commitNeeded;
      commitNeeded = false;
      return c;
    }
  }

  StreamThread(Poller poller) {
    super("stream-thread-" + NEXT.getAndIncrement());
    this.poller = poller;
  }

  boolean setState(State s) {
    synchronized (stateLock) {
      if (state == State.DEAD || state == State.SHUTDOWN && s == State.RUNNING) {
        return false;
      }
      state = s;
      return true;
    }
  }

  State state() {
    synchronized (stateLock) {
      return state;
    }
  }

  @Override
  public void run() {
    if (!setState(State.RUNNING)) {
      return;
    }
    while (state() == State.RUNNING) {
      lastPoll = System.currentTimeMillis();
      Map<Integer, List<String>> records = poller.poll();
      assign(records.keySet());
      records.forEach((p, keys) -> {
        Task t = tasks.get(p);
        for (String k : keys) {
          t.process(k);
          processed++;
        }
        toCommit.add(p);
      });
      maybeCommit(lastPoll);
    }
    setState(State.DEAD);
  }

  private void assign(Collection<Integer> partitions) {
    for (Integer p : partitions) {
      if (!tasks.containsKey(p)) {
        tasks.put(p, new Task(p));
      }
    }
  }

  private void maybeCommit(long now) {
    if (now - lastCommit < 100) {
      return;
    }
    lastCommit = now;
    List<Integer> done = new ArrayList<>();
    for (Integer p : toCommit) {
      if (tasks.get(p).commit()) {
        commits++;
        done.add(p);
      }
    }
    toCommit.removeAll(done);
    Map<Integer, Long> copy = new HashMap<>(published);
    for (Integer p : done) {
      copy.put(p, tasks.get(p).offset);
    }
    published = copy;
  }

  public Map<Integer, Long> offsets() {
    return published;
  }

  public void shutdown() {
    setState(State.SHUTDOWN);
  }
}
