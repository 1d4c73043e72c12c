package chat.pigeonpost.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One object for each connection, driven by one thread of its own. */
class ChatConnection implements Runnable {
  private final Socket socket;
  private final ChatStatistics statistics;
  private final StringBuilder partial = new StringBuilder();
  private final List<String> history = new ArrayList<>();
  private volatile int received;
  private volatile long lastSeen;

  ChatConnection(Socket socket, ChatStatistics statistics) {
    this.socket = socket;
    this.statistics = statistics;
  }

  @Override
  public void run() {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(socket.getInputStream()))) {
      String line;
      while ((line = reader.readLine()) != null) {
        decode(line);
        received++;
        lastSeen = System.nanoTime();
      }
    } catch (IOException e) {
      statistics.broken();
    }
  }

  private void decode(String line) {
    partial.append(line);
    if (line.endsWith(".")) {
      history.add(partial.toString());
      statistics.message(partial.length());
      partial.setLength(0);
    }
  }

  /** For the status page, from other threads. */
  String status() {
    return received + " lines, last " + lastSeen;
  }
}

/** One object for all connections. */
class ChatStatistics {
  private volatile long messages;
  private long characters;
  private int broken;
  private final Map<Integer, Integer> lengths = new ConcurrentHashMap<>();

  void message(int length) {
    messages++; // RACE rmw
    synchronized (this) {
      characters += length;
    }
    lengths.merge(length / 100, 1, Integer::sum);
  }

  void broken() {
    broken++; // RACE rmw
  }

  synchronized long characters() {
    return characters;
  }

  String text() {
    return messages + " " + broken + " " + lengths;
  }
}

class ChatServer {
  void serve(int port) throws IOException {
    ChatStatistics statistics = new ChatStatistics();
    int accepted = 0;
    try (ServerSocket server = new ServerSocket(port)) {
      while (accepted < 100_000) {
        ChatConnection connection = new ChatConnection(server.accept(), statistics);
        new Thread(connection, "connection-" + accepted).start();
        accepted++;
      }
    }
    System.out.println(statistics.text() + statistics.characters());
  }
}
