package io.batchling.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Workers take jobs from a queue; a failed job goes back through the delay queue. */
final class Runner {
  private record Later(Job job, long at) implements Delayed {
    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(at - System.currentTimeMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public int compareTo(Delayed o) {
      return Long.compare(at, ((Later) o).at);
    }
  }

  private final BlockingQueue<Job> ready = new LinkedBlockingQueue<>();
  private final DelayQueue<Later> later = new DelayQueue<>();
  private final List<String> finished = new ArrayList<>();
  private final AtomicInteger open = new AtomicInteger();
  private final CompletableFuture<List<String>> end = new CompletableFuture<>();
  private int moved;

  Runner(int workers) {
    for (int i = 0; i < workers; i++) {
      new Thread(this::work, "worker-" + i).start();
    }
    Thread mover = new Thread(this::move, "mover");
    mover.setDaemon(true);
    mover.start();
  }

  CompletableFuture<List<String>> submit(List<String> names) {
    open.addAndGet(names.size());
    for (String n : names) {
      Job j = Job.named(n).step("fetch").step(n.trim());
      j.step("store");
      ready.add(j);
    }
    return end;
  }

  private void work() {
    int mine = 0;
    try {
      while (open.get() > 0 || mine == 0) {
        Job j = ready.poll(1, TimeUnit.SECONDS);
        if (j == null) {
          continue;
        }
        mine++;
        if (j.run() || j.attempts() > 3) {
          synchronized (finished) {
            finished.add(j.toString());
          }
          if (open.decrementAndGet() == 0) {
            end.complete(finished);
          }
        } else {
          later.add(new Later(j, System.currentTimeMillis() + 100));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void move() {
    try {
      while (true) {
        ready.add(later.take().job());
        moved++;
      }
    } catch (InterruptedException e) {
      System.err.println(moved + " jobs moved");
    }
  }
}
