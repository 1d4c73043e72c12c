package gg.emberfall.server;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The simulated world. Only the simulation thread steps it; the others post commands. */
class World {
  record Command(String player, int dx, int dy) {}

  private static final class Pos {
    int x;
    int y;
    int moves;
  }

  private final Queue<Command> inbox = new ConcurrentLinkedQueue<>();
  private final Map<String, Pos> positions = new HashMap<>();
  private final List<String> log = new ArrayList<>();
  private long tick;

  void post(Command c) {
    inbox.add(c);
  }

  void step() {
    tick++;
    for (Command c; (c = inbox.poll()) != null;) {
      Pos p = positions.get(c.player());
      if (p == null) {
        p = new Pos();
        positions.put(c.player(), p);
      }
      p.x += c.dx();
      p.y += c.dy();
      if (++p.moves % 1000 == 0) {
        log.add(tick + " " + c.player());
      }
    }
  }
}
