package ops.tickets;

import java.util.PriorityQueue;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/** Overdue tickets, oldest first. */
class Escalation {
  private record Due(Ticket ticket, long at) implements Delayed {
    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(at - System.currentTimeMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public int compareTo(Delayed o) {
      return Long.compare(at, ((Due) o).at);
    }
  }

  private final DelayQueue<Due> queue = new DelayQueue<>();
  private final PriorityQueue<Integer> numbers = new PriorityQueue<>();
  private int level;

  void watch(Ticket t, long millis) {
    queue.put(new Due(t, System.currentTimeMillis() + millis));
  }

  Ticket next() throws InterruptedException {
    Ticket t = queue.take().ticket();
    synchronized (numbers) {
      numbers.add(t.number());
      if (numbers.size() > 10) {
        numbers.poll();
        level++;
      }
    }
    return t;
  }

  int level() {
    synchronized (numbers) {
      return level;
    }
  }
}
