package org.curio.leader;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** Takes part in an election. Coordination events arrive on the client's event thread. */
public class LeaderSelector implements AutoCloseable {

  public interface Listener {
    void isLeader(int epoch);

    void notLeader();
  }

  private enum State { LATENT, STARTED, CLOSED }

  private final AtomicReference<State> state = new AtomicReference<>(State.LATENT);
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final ExecutorService executor = Executors.newSingleThreadExecutor();
  private final List<String> history = new ArrayList<>();
  private volatile boolean leader;
  private volatile int epoch;
  private volatile int suspends;
  private int attempts;

  public void start() {
    if (!state.compareAndSet(State.LATENT, State.STARTED)) {
      throw new IllegalStateException("started twice");
    }
    executor.execute(this::attempt);
  }

  /** Runs in the executor only. */
  private void attempt() {
    attempts++;
    history.add("attempt " + attempts);
    if (history.size() > 50) {
      history.remove(0);
    }
  }

  /** From the event thread and from the reconnect thread. */
  public void nodeChanged(boolean first) {
    executor.execute(() -> setLeadership(first));
  }

  private void setLeadership(boolean now) {
    boolean before = leader;
    leader = now;
    if (before && !now) {
      for (Listener l : listeners) {
        l.notLeader();
      }
      attempt();
    } else if (!before && now) {
      epoch++;
      for (Listener l : listeners) {
        l.isLeader(epoch);
      }
    }
  }

  public void connectionSuspended() {
    suspends++; // MAYBE
    executor.execute(() -> setLeadership(false));
  }

  public void addListener(Listener l) {
    listeners.add(l);
  }

  public boolean hasLeadership() {
    return leader && state.get() == State.STARTED;
  }

  public int getEpoch() {
    return epoch;
  }

  public int getSuspends() {
    return suspends;
  }

  @Override
  public void close() {
    if (state.compareAndSet(State.STARTED, State.CLOSED)) {
      executor.shutdown();
    }
  }
}
