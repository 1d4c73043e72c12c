package com.togglr;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Serves the users of a stage on a pool. */
public class Rollout {
  private final FlagClient client;
  private final ExecutorService workers = Executors.newFixedThreadPool(10);

  public Rollout(FlagClient client) {
    this.client = client;
  }

  public void serve(Iterable<String> users) throws InterruptedException {
    int submitted = 0;
    for (String user : users) {
      workers.execute(new Visit(client, user));
      submitted++;
    }
    workers.shutdown();
    workers.awaitTermination(submitted, TimeUnit.SECONDS);
  }
}

class Visit implements Runnable {
  private final FlagClient client;
  private final String user;
  private int shown;

  Visit(FlagClient client, String user) {
    this.client = client;
    this.user = user;
  }

  @Override
  public void run() {
    for (String flag : new String[] {"checkout", "search", "banner"}) {
      if (client.isOn(flag) && client.variant(flag).length() > user.length() % 3) {
        shown++;
      }
    }
    if (shown == 0) {
      client.kill("banner-" + user);
    }
  }
}
