package com.silo.etl;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Extract, transform, load: a batch belongs to the stage which took it from the queue. */
public class Staging {
  static final class Batch {
    final List<String> rows = new ArrayList<>();
    int dropped;
    long cost;
    boolean last;
  }

  private final BlockingQueue<Batch> raw = new ArrayBlockingQueue<>(4);
  private final BlockingQueue<Batch> clean = new ArrayBlockingQueue<>(4);
  private long loaded;
  private long dropped;

  public String run(List<String> input) throws InterruptedException {
    Thread extractor = new Thread(() -> extract(input));
    Thread transformer = new Thread(this::transform);
    Thread loader = new Thread(this::load);
    extractor.start();
    transformer.start();
    loader.start();
    loader.join();
    return loaded + " loaded, " + dropped + " dropped";
  }

  private void extract(List<String> input) {
    try {
      Batch b = new Batch();
      for (String row : input) {
        b.rows.add(row);
        b.cost += row.length();
        if (b.rows.size() == 50) {
          raw.put(b);
          b = new Batch();
        }
      }
      b.last = true;
      raw.put(b);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void transform() {
    try {
      Batch b;
      do {
        b = raw.take();
        int before = b.rows.size();
        b.rows.removeIf(String::isBlank);
        b.rows.replaceAll(String::trim);
        b.dropped += before - b.rows.size();
        b.cost++;
        clean.put(b);
      } while (!b.last);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void load() {
    try {
      Batch b;
      do {
        b = clean.take();
        loaded += b.rows.size();
        dropped += b.dropped;
      } while (!b.last);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
