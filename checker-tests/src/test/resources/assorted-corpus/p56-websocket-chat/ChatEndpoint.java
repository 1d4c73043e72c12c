package net.plausch.ws;

import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The container makes one endpoint instance per connection. */
@ServerEndpoint("/chat/{room}")
public class ChatEndpoint {
  private static final Set<Session> SESSIONS = Collections.synchronizedSet(new HashSet<>());
  private static final Map<String, Integer> ROOM_SIZES = new ConcurrentHashMap<>();
  private static final Map<String, Deque<String>> HISTORY = new HashMap<>();
  private static final AtomicInteger ONLINE = new AtomicInteger();
  private static int maxOnline;
  private static long messagesTotal;

  private int messages;
  private String nick = "guest";
  private String room;

  @OnOpen
  public void open(Session session, @PathParam("room") String room) {
    this.room = room;
    SESSIONS.add(session);
    ROOM_SIZES.merge(room, 1, Integer::sum);
    int now = ONLINE.incrementAndGet();
    if (now > maxOnline) { // RACE check-then-act #1
      maxOnline = now; // RACE check-then-act #1
    }
  }

  @OnMessage
  public void message(Session session, String text) throws IOException {
    messages++;
    messagesTotal++; // RACE rmw
    if (text.startsWith("/nick ")) {
      nick = text.substring(6);
      return;
    }
    Deque<String> history;
    synchronized (HISTORY) {
      history = HISTORY.get(room);
      if (history == null) {
        history = new ArrayDeque<>();
        HISTORY.put(room, history);
      }
    }
    synchronized (history) {
      history.addLast(nick + ": " + text);
      if (history.size() > 50) {
        history.removeFirst();
      }
    }
    synchronized (SESSIONS) {
      for (Session s : SESSIONS) {
        s.getBasicRemote().sendText(nick + "(" + messages + "): " + text);
      }
    }
  }

  @OnClose
  public void close(Session session) {
    if (SESSIONS.remove(session)) {
      ONLINE.decrementAndGet();
    }
    int n = ROOM_SIZES.getOrDefault(room, 0) - 1; // RACE check-then-act #2
    ROOM_SIZES.put(room, n); // RACE check-then-act #2
  }

  @OnError
  public void error(Session session, Throwable t) {
    SESSIONS.remove(session);
  }
}
