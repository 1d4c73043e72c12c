package guavabus;

import com.google.common.base.Preconditions;
import com.google.common.eventbus.AllowConcurrentEvents;
import com.google.common.eventbus.AsyncEventBus;
import com.google.common.eventbus.EventBus;
import com.google.common.eventbus.Subscribe;
import com.google.common.util.concurrent.AbstractIdleService;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Reacts to the mails which come in. */
public class MailEvents extends AbstractIdleService {

  public record MailReceived(String from, String subject, int size) {}

  public record MailRejected(String from, String reason) {}

  private final ExecutorService executor = Executors.newFixedThreadPool(4);
  private final EventBus bus = new AsyncEventBus("mail", executor);
  private final Statistics statistics = new Statistics();
  private final Rejections rejections = new Rejections();
  private Greylist greylist;

  @Override
  protected void startUp() {
    if (greylist == null) {
      greylist = new Greylist();
    }
    bus.register(statistics);
    bus.register(rejections);
    bus.register(greylist);
  }

  @Override
  protected void shutDown() {
    bus.unregister(statistics);
    executor.shutdown();
  }

  public void received(String from, String subject, int size) {
    Preconditions.checkArgument(size >= 0, "size");
    bus.post(new MailReceived(from, subject, size));
  }

  public void rejected(String from, String reason) {
    bus.post(new MailRejected(from, reason));
  }

  public Statistics statistics() {
    return statistics;
  }

  public static final class Statistics {
    private final ConcurrentMap<String, Integer> perSender = new ConcurrentHashMap<>();
    private volatile long bytes;
    private volatile int largest;

    @Subscribe
    @AllowConcurrentEvents
    public void on(MailReceived mail) {
      bytes += mail.size(); // RACE read-modify-write #1
      perSender.merge(mail.from(), 1, Integer::sum);
      if (mail.size() > largest) {
        raise(mail.size());
      }
    }

    private synchronized void raise(int size) {
      largest = Math.max(largest, size);
    }

    public long bytes() {
      return bytes;
    }

    public int largest() {
      return largest;
    }
  }

  /** Handles its events one at a time. */
  static final class Rejections {
    private int count;
    private String last = "";

    @Subscribe
    public void on(MailRejected mail) {
      count++;
      if (!mail.reason().equals(last)) {
        last = mail.reason();
      }
    }
  }

  static final class Greylist {
    private final Set<String> seen = new HashSet<>();
    private int delayed;

    @Subscribe
    @AllowConcurrentEvents
    public void on(MailReceived mail) {
      synchronized (seen) {
        if (!seen.contains(mail.from())) {
          seen.add(mail.from());
          delayed++;
        }
      }
    }

    @Subscribe
    @AllowConcurrentEvents
    public void on(MailRejected mail) {
      if (!seen.contains(mail.from())) { // RACE inconsistent-locking #2
        seen.add(mail.from()); // RACE inconsistent-locking #2
      }
    }
  }
}
