package bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;

/** Hammers a target from many clients. */
public class LoadTest {
  private final Counter requests = new Counter();
  private final Ring recent = new Ring();
  private final Target target;

  public LoadTest(Target target) {
    this.target = target;
  }

  public String run(int clients, int each) throws InterruptedException {
    CyclicBarrier start = new CyclicBarrier(clients);
    List<Thread> threads = new ArrayList<>();
    List<Client> all = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      Client c = new Client(start, each);
      all.add(c);
      threads.add(new Thread(c));
    }
    threads.forEach(Thread::start);
    Histogram sum = new Histogram();
    for (int i = 0; i < clients; i++) {
      threads.get(i).join();
      sum.addAll(all.get(i).latencies);
    }
    return requests.get() + " requests, " + sum.samples() + " samples, " + recent.wraps() + " wraps";
  }

  private final class Client implements Runnable {
    private final CyclicBarrier start;
    private final int each;
    final Histogram latencies = new Histogram();
    private final Counter own = new Counter();

    Client(CyclicBarrier start, int each) {
      this.start = start;
      this.each = each;
    }

    @Override
    public void run() {
      try {
        start.await();
      } catch (Exception e) {
        return;
      }
      for (int i = 0; i < each; i++) {
        long t = System.nanoTime();
        target.call(i);
        long took = System.nanoTime() - t;
        latencies.record(took);
        own.add(1);
        requests.add(1);
        synchronized (recent) {
          recent.push(took);
        }
      }
    }
  }

  public interface Target {
    void call(int i);
  }
}
