package org.probeworks.agent;

public final class Main {
  private int configured;

  public static void main(String[] args) throws InterruptedException {
    new Main().run(args);
  }

  private void run(String[] args) throws InterruptedException {
    Agent agent = new Agent(() -> {
      int age = 10;
      age += args.length;
      return new TempCleaner(age);
    });
    for (String a : args) {
      agent.add(new DiskProbe(a));
      configured++;
    }
    agent.heartbeat(new Heartbeat("localhost")).launch();
    int[] strikes = new int[16];
    Watchdog[] dogs = {new Watchdog(strikes), new Watchdog(strikes)};
    for (Watchdog d : dogs) {
      d.start();
    }
    int[] own = new int[16];
    Watchdog last = new Watchdog(own);
    own[0]++;
    last.setDaemon(true);
    for (Watchdog d : dogs) {
      d.join();
    }
    strikes[0] += configured;
    System.out.println(strikes[0]);
  }
}
