package imap;

import imap.annotation.GuardedBy;
import java.util.ArrayList;
import java.util.List;

/** An account with a lazily opened connection. The client's threads share it. */
public class Account {
  @GuardedBy("this")
  private Connection connection;

  @GuardedBy("this")
  private List<String> folders;

  @GuardedBy("this")
  private int opened;

  private final String host;

  public Account(String host) {
    this.host = host;
  }

  public Connection connection() {
    if (connection == null) { // RACE check-then-act #1
      connection = new Connection(host); // RACE check-then-act #1
    }
    return connection;
  }

  public synchronized List<String> folders() {
    if (folders == null) {
      folders = new ArrayList<>(List.of("INBOX", "Sent"));
      opened++;
    }
    return List.copyOf(folders);
  }

  public void createFolder(String name) {
    synchronized (this) {
      if (folders == null) {
        folders = new ArrayList<>();
      }
      folders.add(name);
    }
  }

  public synchronized void close() {
    if (connection != null) {
      connection.close();
      connection = null;
      opened--;
    }
  }
}
