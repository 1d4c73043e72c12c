package com.copperline.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Collects writes in memory and sends them to the backend every second. */
public class WriteBehindStore implements AutoCloseable {
  private final ScheduledExecutorService flusher = Executors.newSingleThreadScheduledExecutor();
  private final Consumer<Map<String, String>> backend;
  private final Consumer<List<String>> audit;

  private volatile ConcurrentHashMap<String, String> pending = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, Long> touched = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<String> auditLines = new ConcurrentLinkedQueue<>();
  private final Object deleteLock = new Object();
  private List<String> deletes = new ArrayList<>();
  private int flushes;

  public WriteBehindStore(Consumer<Map<String, String>> backend, Consumer<List<String>> audit) {
    this.backend = backend;
    this.audit = audit;
  }

  public void start() {
    flusher.scheduleWithFixedDelay(this::flush, 1, 1, TimeUnit.SECONDS);
  }

  /** Called by the request threads. */
  public void write(String key, String value) {
    pending.put(key, value); // RACE atomic-compound #1
    touched.merge(key, 1L, Long::sum);
    auditLines.add("write " + key);
  }

  public void delete(String key) {
    synchronized (deleteLock) {
      deletes.add(key);
    }
  }

  private void flush() {
    Map<String, String> batch = pending; // RACE atomic-compound #1
    pending = new ConcurrentHashMap<>(); // RACE atomic-compound #1
    if (!batch.isEmpty()) {
      backend.accept(new HashMap<>(batch));
    }
    flushes++;
    List<String> gone;
    synchronized (deleteLock) {
      gone = deletes;
      deletes = new ArrayList<>();
    }
    Map<String, String> tombstones = new HashMap<>();
    for (String key : gone) {
      tombstones.put(key, null);
    }
    if (!tombstones.isEmpty()) {
      backend.accept(tombstones);
    }
    flushAudit();
    if (flushes % 60 == 0) {
      forget();
    }
  }

  private void flushAudit() {
    List<String> lines = new ArrayList<>();
    for (String l = auditLines.poll(); l != null; l = auditLines.poll()) {
      lines.add(l);
    }
    audit.accept(lines);
  }

  /** Hot keys are reported once a minute and start over. */
  private void forget() {
    List<String> hot = new ArrayList<>();
    for (String key : touched.keySet()) {
      Long n = touched.remove(key);
      if (n != null && n > 1000) {
        hot.add("hot " + key + " " + n);
      }
    }
    audit.accept(hot);
  }

  @Override
  public void close() {
    flusher.execute(this::flush);
    flusher.shutdown();
  }
}
