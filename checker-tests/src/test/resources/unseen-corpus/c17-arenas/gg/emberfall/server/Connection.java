package gg.emberfall.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;

/** Reads the commands of one player. */
class Connection extends Thread {
  private final GameServer server;
  private final Socket socket;
  private String player;
  private int lines;

  Connection(GameServer server, Socket socket, String name) {
    super(name);
    this.server = server;
    this.socket = socket;
  }

  @Override
  public void run() {
    try (BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream()))) {
      player = in.readLine();
      server.loggedIn(player, this);
      for (String line; (line = in.readLine()) != null;) {
        lines++;
        String[] xy = line.split(",");
        if (xy.length != 2) {
          server.stats().malformed();
          continue;
        }
        server.stats().received(line.length());
        server.world().post(new World.Command(player, Integer.parseInt(xy[0]), Integer.parseInt(xy[1])));
      }
    } catch (IOException e) {
      server.stats().lost(player + " after " + lines);
    }
  }
}
