package org.quorate.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;

/** Membership as seen by this node. Network threads deliver events, one thread digests them. */
public class ClusterView implements MembershipListener {
  private final ExecutorService events = Executors.newSingleThreadExecutor(new ThreadFactory() {
    @Override
    public Thread newThread(Runnable r) {
      Thread t = new Thread(r, "cluster-view");
      t.setDaemon(true);
      return t;
    }
  });
  private final Map<Long, String> members = new TreeMap<>();
  private final List<String> departures = new ArrayList<>();
  private long epoch;
  private long leader = -1;
  private int elections;

  @Override
  public void memberUp(final long id, final String address) {
    events.execute(() -> {
      if (members.put(id, address) == null) {
        epoch++;
        electIfNeeded();
      }
    });
  }

  @Override
  public void memberDown(final long id) {
    events.execute(new Runnable() {
      @Override
      public void run() {
        String gone = members.remove(id);
        if (gone != null) {
          departures.add(gone);
          epoch++;
          if (leader == id) {
            leader = -1;
          }
          electIfNeeded();
        }
      }
    });
  }

  private void electIfNeeded() {
    if (leader < 0 && !members.isEmpty()) {
      leader = members.keySet().iterator().next();
      elections += 1;
    }
  }

  public long epoch() throws InterruptedException {
    return ask(() -> epoch);
  }

  public List<String> takeDepartures() throws InterruptedException {
    return ask(() -> {
      List<String> copy = new ArrayList<>(departures);
      departures.clear();
      return copy;
    });
  }

  public String describe() throws InterruptedException {
    return ask(() -> "epoch " + epoch + " leader " + leader + " after " + elections + " elections");
  }

  private <T> T ask(Callable<T> question) throws InterruptedException {
    Future<T> answer = events.submit(question);
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}

interface MembershipListener {
  void memberUp(long id, String address);

  void memberDown(long id);
}
