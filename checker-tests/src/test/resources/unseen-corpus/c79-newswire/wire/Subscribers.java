package wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;

/** Counts words; a subscriber gets its signals one after the other. */
class WordCounter implements Flow.Subscriber<String> {
  private final Map<String, Integer> counts = new HashMap<>();
  private final CountDownLatch done = new CountDownLatch(1);
  private Flow.Subscription subscription;
  private int items;
  private int errors;

  @Override
  public void onSubscribe(Flow.Subscription s) {
    subscription = s;
    s.request(10);
  }

  @Override
  public void onNext(String item) {
    for (String w : item.split(" ")) {
      Integer n = counts.get(w);
      counts.put(w, n == null ? 1 : n + 1);
    }
    if (++items % 10 == 0) {
      subscription.request(10);
    }
  }

  @Override
  public void onError(Throwable t) {
    errors++;
    done.countDown();
  }

  @Override
  public void onComplete() {
    done.countDown();
  }

  Map<String, Integer> await() throws InterruptedException {
    done.await();
    counts.put("#items", items);
    counts.put("#errors", errors);
    return counts;
  }
}

/** Keeps the headlines; a new archive for every subscription. */
class Archive implements Flow.Subscriber<String> {
  private final List<String> kept = new ArrayList<>();
  private volatile int size;
  private long chars;

  @Override
  public void onSubscribe(Flow.Subscription s) {
    s.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(String item) {
    kept.add(item);
    chars += item.length();
    if (chars > 10_000) {
      chars -= kept.remove(0).length();
    }
    size = kept.size();
  }

  @Override
  public void onError(Throwable t) {
    kept.clear();
  }

  @Override
  public void onComplete() {
    kept.add("(end)");
  }

  int size() {
    return size;
  }
}
