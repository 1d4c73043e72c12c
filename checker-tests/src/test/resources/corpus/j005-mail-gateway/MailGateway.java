package com.posthorn.gateway;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

interface Connection {
  void send(String mail);

  void close();
}

/** Connects when the first mail is to be sent, and again when the connection was dropped. */
class MailGateway {
  private final Supplier<Connection> connector;
  private final ExecutorService senders;
  private volatile Connection connection;
  private final AtomicReference<Connection> spare = new AtomicReference<>();

  MailGateway(Supplier<Connection> connector, ExecutorService senders) {
    this.connector = connector;
    this.senders = senders;
  }

  void send(String mail) {
    senders.execute(
        () -> {
          connection().send(mail);
          spare().send(mail);
        });
  }

  /** Volatile shows the connection to everybody, but two threads may both open one. */
  private Connection connection() {
    if (connection == null) { // RACE check-then-act #1
      connection = connector.get(); // RACE check-then-act #1
    }
    return connection;
  }

  private Connection spare() {
    if (spare.get() == null) { // RACE atomic-compound #2
      spare.set(connector.get()); // RACE atomic-compound #2
    }
    return spare.get();
  }
}

class SteadyMailGateway {
  private final Supplier<Connection> connector;
  private final ExecutorService senders;
  private final AtomicReference<Connection> connection = new AtomicReference<>();

  SteadyMailGateway(Supplier<Connection> connector, ExecutorService senders) {
    this.connector = connector;
    this.senders = senders;
  }

  void send(String mail) {
    senders.execute(() -> connection().send(mail));
  }

  /** Who loses the race closes what it opened and takes the winner's. */
  private Connection connection() {
    Connection current = connection.get();
    if (current != null) {
      return current;
    }
    Connection fresh = connector.get();
    if (connection.compareAndSet(null, fresh)) {
      return fresh;
    }
    fresh.close();
    return connection.get();
  }

  /** Drops only the connection that failed, not a newer one. */
  void dropped(Connection failed) {
    senders.execute(
        () -> {
          if (connection.compareAndSet(failed, null)) {
            failed.close();
          }
        });
  }
}
