package net.conveyor.stage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Three stages, each with a thread of its own and state of its own. */
public final class Pipeline {
  private abstract static class Stage<I> extends Thread {
    final BlockingQueue<I> in = new ArrayBlockingQueue<>(16);
    private final CountDownLatch ended;
    protected int handled;
    private volatile boolean closing;

    Stage(String name, CountDownLatch ended) {
      super(name);
      this.ended = ended;
    }

    abstract void handle(I item) throws InterruptedException;

    @Override
    public final void run() {
      try {
        while (!closing || !in.isEmpty()) {
          I item = in.poll(50, TimeUnit.MILLISECONDS);
          if (item != null) {
            handled++;
            handle(item);
          }
        }
      } catch (InterruptedException e) {
        interrupt();
      } finally {
        ended.countDown();
      }
    }

    void close() throws InterruptedException {
      closing = true;
      join();
      handled += in.size();
    }
  }

  private static final class Splitter extends Stage<String> {
    private final Stage<String> next;
    private long characters;

    Splitter(Stage<String> next, CountDownLatch ended) {
      super("splitter", ended);
      this.next = next;
    }

    @Override
    void handle(String text) throws InterruptedException {
      characters += text.length();
      for (String w : text.split(" ")) {
        next.in.put(w);
      }
    }
  }

  private static final class Counter extends Stage<String> {
    private final Map<String, Integer> counts = new HashMap<>();
    private final Stage<Map<String, Integer>> next;

    Counter(Stage<Map<String, Integer>> next, CountDownLatch ended) {
      super("counter", ended);
      this.next = next;
    }

    @Override
    void handle(String word) throws InterruptedException {
      Integer n = counts.get(word);
      counts.put(word, n == null ? 1 : n + 1);
      if (handled % 100 == 0) {
        next.in.put(new HashMap<>(counts));
        counts.clear();
      }
    }
  }

  private static final class Sink extends Stage<Map<String, Integer>> {
    private final Map<String, Integer> totals = new HashMap<>();

    Sink(CountDownLatch ended) {
      super("sink", ended);
    }

    @Override
    void handle(Map<String, Integer> part) {
      part.remove("");
      part.forEach((w, n) -> totals.merge(w, n, Integer::sum));
    }
  }

  public static Map<String, Integer> count(List<String> texts, Consumer<String> log) throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(3);
    Sink sink = new Sink(ended);
    Counter counter = new Counter(sink, ended);
    Splitter splitter = new Splitter(counter, ended);
    List<Thread> all = new ArrayList<>(List.of(sink, counter, splitter));
    all.forEach(Thread::start);
    for (String t : texts) {
      splitter.in.put(t);
    }
    splitter.close();
    counter.close();
    sink.close();
    ended.await();
    counter.counts.forEach((w, n) -> sink.totals.merge(w, n, Integer::sum));
    splitter.characters += texts.size();
    log.accept(splitter.characters + " characters, " + sink.handled + " parts");
    return sink.totals;
  }
}
