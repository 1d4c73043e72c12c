package clicks.publish;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Publishes from request threads; callbacks run on the one I/O thread of the producer. */
public class EventPublisher {
  private final Producer<String, byte[]> producer;
  private final AtomicLong sent = new AtomicLong();
  private int inFlight;
  private long bytes;
  private final IoStats io = new IoStats();

  public EventPublisher(Producer<String, byte[]> producer) {
    this.producer = producer;
  }

  /** Touched by the I/O thread of the producer only. */
  private static final class IoStats implements Callback {
    private final Map<Integer, Long> offsets = new HashMap<>();
    private int errors;
    private volatile long acked;

    @Override
    public void onCompletion(RecordMetadata m, Exception e) {
      if (e != null) {
        errors++; // MAYBE
        return;
      }
      acked++;
      Long old = offsets.get(m.partition());
      if (old == null || old < m.offset()) {
        offsets.put(m.partition(), m.offset());
      }
    }
  }

  public void publish(String user, byte[] event) {
    inFlight++; // RACE rmw #1
    sent.incrementAndGet();
    synchronized (io) {
      bytes += event.length;
    }
    producer.send(new ProducerRecord<>("clicks", user, event), (m, e) -> {
      inFlight--; // RACE rmw #1
      io.onCompletion(m, e);
    });
  }

  public long acked() {
    return io.acked;
  }

  public long bytes() {
    synchronized (io) {
      return bytes;
    }
  }
}
