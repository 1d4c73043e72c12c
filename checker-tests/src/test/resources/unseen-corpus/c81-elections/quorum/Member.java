package quorum;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** A member of a cluster. Heartbeats, clients and timers call it from different threads. */
public class Member {
  private final String id;
  private final Executor executor;
  private volatile String leader;
  private volatile boolean syncing;
  private volatile int term;
  private final AtomicReference<String> vote = new AtomicReference<>();
  private final AtomicBoolean electing = new AtomicBoolean();

  public Member(String id, Executor executor) {
    this.id = id;
    this.executor = executor;
  }

  /** The first to announce itself is the leader. */
  public boolean announce(String candidate) {
    if (leader == null) { // RACE check-then-act #1
      leader = candidate; // RACE check-then-act #1
      return true;
    }
    return candidate.equals(leader);
  }

  public boolean voteFor(String candidate) {
    return vote.compareAndSet(null, candidate) || candidate.equals(vote.get());
  }

  /** At most one synchronisation at a time. */
  public void sync(Runnable transfer) {
    if (syncing) { // RACE check-then-act #2
      return;
    }
    syncing = true; // RACE check-then-act #2
    executor.execute(() -> {
      try {
        transfer.run();
      } finally {
        syncing = false;
      }
    });
  }

  public void elect(Runnable campaign) {
    if (electing.compareAndSet(false, true)) {
      executor.execute(() -> {
        try {
          synchronized (this) {
            term++;
          }
          campaign.run();
        } finally {
          electing.set(false);
        }
      });
    }
  }

  public synchronized boolean newTerm(int t) {
    if (t <= term) {
      return false;
    }
    term = t;
    leader = null;
    vote.set(null);
    return true;
  }

  @Override
  public String toString() {
    return id + "@" + term + " led by " + leader;
  }
}
