package net.logrelay.consume;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One worker per partition; offsets are committed for the group. */
public final class ConsumerGroup {
  public record Message(int partition, long offset, String text) {}

  private final Map<Integer, BlockingQueue<Message>> queues = new HashMap<>();
  private final Map<Integer, Long> committed = new ConcurrentHashMap<>();
  private final Map<String, Integer> words = new HashMap<>();
  private final List<Worker> workers = new ArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile boolean running = true;
  private volatile long lag;
  private int rebalances;

  public ConsumerGroup(int partitions) {
    for (int p = 0; p < partitions; p++) {
      queues.put(p, new LinkedBlockingQueue<>());
      Worker w = new Worker(p);
      workers.add(w);
    }
  }

  public void start() {
    workers.forEach(threads::execute);
  }

  public void accept(Message m) {
    queues.get(m.partition()).add(m);
    lag++; // RACE rmw
  }

  private final class Worker implements Runnable {
    private final int partition;
    private final StringBuilder batch = new StringBuilder();
    private long position;
    private int handled;

    Worker(int partition) {
      this.partition = partition;
    }

    @Override
    public void run() {
      BlockingQueue<Message> q = queues.get(partition);
      try {
        while (running) {
          Message m = q.poll(1, TimeUnit.SECONDS);
          if (m == null) {
            commit();
            continue;
          }
          if (m.offset() <= position) {
            continue;
          }
          position = m.offset();
          handle(m);
          if (++handled % 100 == 0) {
            commit();
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private void handle(Message m) {
      lag--; // RACE rmw
      batch.append(m.text()).append('\n');
      for (String w : m.text().split(" ")) {
        countWord(w);
      }
    }

    private void commit() {
      committed.merge(partition, position, Math::max);
      batch.setLength(0);
    }
  }

  private void countWord(String w) {
    words.merge(w, 1, Integer::sum); // RACE unsafe-collection
  }

  /** From the admin console. */
  public void seek(int partition, long offset) {
    Long now = committed.get(partition); // RACE check-then-act #1
    if (now == null || now < offset) {
      committed.put(partition, offset); // RACE check-then-act #1
    }
  }

  public synchronized int rebalance() {
    return ++rebalances;
  }

  public void stop() throws InterruptedException {
    running = false;
    threads.shutdown();
    if (threads.awaitTermination(10, TimeUnit.SECONDS)) {
      words.merge("#stops", 1, Integer::sum);
      workers.forEach(w -> w.handled = 0);
    }
  }
}
