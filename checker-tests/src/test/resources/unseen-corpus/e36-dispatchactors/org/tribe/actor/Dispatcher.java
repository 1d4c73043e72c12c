package org.tribe.actor;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public final class Dispatcher {
  private final ExecutorService pool = Executors.newFixedThreadPool(4);
  private final ConcurrentMap<String, Mailbox> mailboxes = new ConcurrentHashMap<>();
  private final Object names = new Object();
  private int anonymous;
  long delivered;

  public void counter(String name) {
    if (mailboxes.putIfAbsent(name, new Mailbox(pool, new CounterActor(), this)) != null) {
      throw new IllegalArgumentException(name);
    }
  }

  public String anonymousCounter() {
    String name;
    synchronized (names) {
      name = "$" + anonymous++;
    }
    counter(name);
    return name;
  }

  public void tell(String name, Object message) {
    Mailbox m = mailboxes.get(name);
    if (m != null) {
      m.tell(message);
    }
  }

  public long delivered() {
    return delivered;
  }
}
