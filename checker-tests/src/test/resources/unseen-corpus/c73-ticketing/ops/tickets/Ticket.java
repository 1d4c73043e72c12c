package ops.tickets;

import java.util.concurrent.atomic.AtomicReference;

public final class Ticket {
  private final int number;
  private final String text;
  private final AtomicReference<String> agent = new AtomicReference<>();
  private int comments;
  private volatile String lastComment;

  Ticket(int number, String text) {
    this.number = number;
    this.text = text;
  }

  int number() {
    return number;
  }

  boolean assign(String to) {
    return agent.compareAndSet(null, to);
  }

  String agent() {
    return agent.get();
  }

  int comment(String c) {
    lastComment = c;
    synchronized (this) {
      return ++comments;
    }
  }

  @Override
  public synchronized String toString() {
    return number + " " + text + " (" + comments + ") " + lastComment;
  }
}
