package imap;

import java.util.HashMap;
import java.util.Map;

/** Commands are numbered and wait for the answer with their number. */
public class Connection {
  private final String host;
  private final Map<Integer, String> answers = new HashMap<>();
  private int tag;
  private volatile boolean closed;
  private volatile int commands;
  private volatile Object keepAlive;

  Connection(String host) {
    this.host = host;
  }

  public int send(String command) {
    if (closed) {
      throw new IllegalStateException(host + " closed");
    }
    commands++; // RACE rmw
    synchronized (answers) {
      return ++tag;
    }
  }

  public void answered(int t, String text) {
    synchronized (answers) {
      answers.put(t, text);
      answers.notifyAll();
    }
  }

  public String await(int t) throws InterruptedException {
    synchronized (answers) {
      while (!answers.containsKey(t) && !closed) {
        answers.wait();
      }
      return answers.remove(t);
    }
  }

  public Object keepAlive() {
    Object k = keepAlive;
    if (k == null) {
      synchronized (answers) {
        k = keepAlive;
        if (k == null) {
          k = new Object();
          keepAlive = k;
        }
      }
    }
    return k;
  }

  void close() {
    closed = true;
    synchronized (answers) {
      answers.notifyAll();
    }
  }

  public int commands() {
    return commands;
  }
}
