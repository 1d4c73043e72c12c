package io.newsroom.pipes;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** State per subscription, signals of one subscription are serial; confinement to one scheduler. */
public class Pipelines {
  private final Scheduler single = Schedulers.newSingle("journal");
  private final List<String> journal = new ArrayList<>();
  private int journaled;

  public Flux<Long> fibonacci() {
    return Flux.generate(() -> new long[] {0, 1}, (s, sink) -> {
      sink.next(s[0]);
      long n = s[0] + s[1];
      s[0] = s[1];
      s[1] = n;
      return s;
    });
  }

  public Flux<String> distinct(Flux<String> in) {
    return Flux.defer(() -> {
      Set<String> seen = new HashSet<>();
      int[] dropped = {0};
      return in.publishOn(Schedulers.parallel()).filter(s -> {
        if (!seen.add(s)) {
          dropped[0]++;
          return false;
        }
        return true;
      });
    });
  }

  public Flux<Double> smooth(Flux<Double> in, int n) {
    return Flux.defer(() -> {
      Deque<Double> window = new ArrayDeque<>();
      double[] sum = {0};
      return in.map(v -> {
        window.addLast(v);
        sum[0] += v;
        if (window.size() > n) {
          sum[0] -= window.removeFirst();
        }
        return sum[0] / window.size();
      });
    });
  }

  /** Every write to the journal happens on the scheduler "journal". */
  public void journal(Flux<String> a, Flux<String> b) {
    a.publishOn(single).subscribe(this::append);
    b.publishOn(single).subscribe(this::append);
    Flux.interval(Duration.ofSeconds(1), single).subscribe(t -> trim());
  }

  private void append(String s) {
    journal.add(s);
    journaled++;
  }

  private void trim() {
    while (journal.size() > 1000) {
      journal.remove(0);
    }
  }

  static final class Batcher extends BaseSubscriber<String> {
    private final List<String> batch = new ArrayList<>();
    private int flushed;

    @Override
    protected void hookOnSubscribe(Subscription s) {
      request(10);
    }

    @Override
    protected void hookOnNext(String value) {
      batch.add(value);
      if (batch.size() == 10) {
        flushed++;
        batch.clear();
        request(10);
      }
    }
  }

  public void batch(Flux<String> in) {
    in.subscribeOn(Schedulers.boundedElastic()).subscribe(new Batcher());
  }
}
