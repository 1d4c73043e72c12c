package net.parley;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

public class Member {
  private final String nick;
  private final Queue<String> outbox = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean flushing = new AtomicBoolean();
  private int written;

  public Member(String nick) {
    this.nick = nick;
  }

  public String nick() {
    return nick;
  }

  void deliver(long seq, String text) {
    outbox.add(seq + " " + text);
    flush();
  }

  private void flush() {
    while (!outbox.isEmpty() && flushing.compareAndSet(false, true)) {
      try {
        for (String line; (line = outbox.poll()) != null;) {
          write(line);
        }
      } finally {
        flushing.set(false);
      }
    }
  }

  /** Called by the thread which owns the flushing flag. */
  private void write(String line) {
    written += line.length();
  }
}
