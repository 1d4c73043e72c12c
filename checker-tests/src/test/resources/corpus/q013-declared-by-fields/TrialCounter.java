package com.shareloom.trials;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Trial licences. No thread is started here, but all the fields say that there are some. */
public class TrialCounter {
  private volatile int started;
  private volatile long lastStart;
  private volatile String vendor;
  private final AtomicLong active = new AtomicLong();
  private final AtomicReference<String> longest = new AtomicReference<>("");
  private final AtomicBoolean warned = new AtomicBoolean();
  private final Map<String, Integer> perCountry = new ConcurrentHashMap<>();
  private final ConcurrentSkipListSet<String> users = new ConcurrentSkipListSet<>();
  private final List<String> mails = Collections.synchronizedList(new ArrayList<>());

  public void start(String user, String country) {
    started += 1; // RACE rmw
    lastStart = System.currentTimeMillis();
    if (users.add(user)) {
      active.incrementAndGet();
    }
    perCountry.put(country, perCountry.getOrDefault(country, 0) + 1); // RACE check-then-act
    if (user.length() > longest.get().length()) { // RACE atomic-compound #1
      longest.set(user); // RACE atomic-compound #1
    }
  }

  public void end(String user, String country) {
    if (users.remove(user)) {
      active.decrementAndGet();
    }
    perCountry.merge(country, -1, Integer::sum);
  }

  public void warn(String text) {
    if (!warned.get()) { // RACE atomic-compound #2
      warned.set(true); // RACE atomic-compound #2
      mails.add(text);
    }
  }

  public void warnOnce(String text) {
    if (warned.compareAndSet(false, true)) {
      mails.add(text);
    }
  }

  /** Whoever sets it last, sets it. */
  public void vendor(String name) {
    vendor = name.trim();
  }

  public String firstMail() {
    return mails.isEmpty() ? null : mails.remove(0); // RACE check-then-act
  }

  public List<String> drain() {
    synchronized (mails) {
      List<String> copy = new ArrayList<>(mails);
      mails.clear();
      return copy;
    }
  }

  public String text() {
    String name = vendor;
    return (name == null ? "" : name) + started + " " + active + " " + lastStart + longest.get();
  }
}
