package org.postroom.retry;

class Postman extends Thread {
  private final Outbox outbox;
  private final RetryQueue retries;
  private int rounds;
  private int delivered;

  private Postman(Outbox outbox, RetryQueue retries) {
    this.outbox = outbox;
    this.retries = retries;
    setDaemon(true);
  }

  static Postman hire(Outbox outbox, RetryQueue retries) {
    Postman p = new Postman(outbox, retries);
    p.rounds = -1;
    p.start();
    return p;
  }

  @Override
  public void run() {
    try {
      while (!isInterrupted()) {
        rounds++;
        String letter = outbox.take();
        if (letter.isEmpty()) {
          retries.add(letter);
        } else {
          delivered++;
        }
      }
    } catch (InterruptedException e) {
      System.out.println(delivered + " delivered in " + rounds + " rounds");
    }
  }
}
