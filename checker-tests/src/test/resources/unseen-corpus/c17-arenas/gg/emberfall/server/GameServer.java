package gg.emberfall.server;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashMap;
import java.util.Map;

/** Accepts players and runs the simulation on a thread of its own. */
public class GameServer {
  private final Map<String, Connection> players = new HashMap<>();
  private final World world = new World();
  private final NetStats stats = new NetStats();
  private int accepted;
  private volatile boolean running = true;

  public void serve(int port) throws IOException {
    Thread loop = new Thread(this::simulate, "simulation");
    loop.start();
    try (ServerSocket server = new ServerSocket(port)) {
      while (running) {
        Socket s = server.accept();
        accepted++;
        Connection c = new Connection(this, s, "conn-" + accepted);
        c.start();
      }
    }
  }

  private void simulate() {
    while (running) {
      world.step();
    }
  }

  /** Called by a connection once its player has logged in. */
  void loggedIn(String player, Connection c) {
    players.put(player, c); // RACE unsafe-collection
  }

  World world() {
    return world;
  }

  NetStats stats() {
    return stats;
  }

  public void stop() {
    running = false;
  }
}
