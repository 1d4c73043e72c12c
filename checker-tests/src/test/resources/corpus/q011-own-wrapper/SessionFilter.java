package com.portalgate.sessions;

import java.util.concurrent.ExecutorService;

/** Runs for every request, on the threads of the web server. */
class SessionFilter {
  private final SessionStore store = new SessionStore();

  /** Another request of the same browser may come in between. */
  void login(String id, String user) {
    if (!store.has(id)) { // RACE check-then-act #1
      store.save(id, new SessionStore.Session(user, 0)); // RACE check-then-act #1
    }
  }

  int loginOnce(String id, String user) {
    return store.saveIfNew(id, new SessionStore.Session(user, 0)).hits();
  }

  void hit(String id) {
    store.find(id).ifPresent(s -> store.save(id, s.hit())); // RACE check-then-act
  }

  void hitAtomically(String id) {
    store.hit(id);
  }

  void rename(String id, String user) {
    SessionStore.Session old = store.find(id).orElse(null); // RACE check-then-act #2
    if (old != null && !old.user().equals(user)) {
      store.save(id, new SessionStore.Session(user, old.hits())); // RACE check-then-act #2
    }
  }

  /** What was looked at need not be what is taken. */
  void sendMail() {
    String id = store.peekExpired(); // RACE check-then-act #3
    if (id != null && !id.startsWith("test")) {
      store.takeExpired(); // RACE check-then-act #3
      System.out.println("bye " + id);
    }
  }

  void sendMailOnce() {
    String id = store.takeExpired();
    if (id != null) {
      System.out.println("bye " + id);
    }
  }

  void serve(ExecutorService web, String... ids) {
    for (String id : ids) {
      web.execute(() -> login(id, "ann"));
      web.submit(() -> loginOnce(id, "bob"));
      web.execute(() -> hit(id));
      web.execute(() -> hitAtomically(id));
      web.execute(() -> rename(id, "eve"));
      web.execute(() -> store.expire(id));
      web.execute(this::sendMail);
      web.execute(this::sendMailOnce);
    }
  }
}
