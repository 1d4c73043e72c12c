package arena.room;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The simulation of one room runs on the thread of the room; players only queue commands. */
public final class GameRoom extends Thread {
  public sealed interface Command permits Join, Move, Leave {}

  public record Join(String player) implements Command {}

  public record Move(String player, int dx, int dy) implements Command {}

  public record Leave(String player) implements Command {}

  private static final class Body {
    int x;
    int y;
    int moves;
  }

  private final Queue<Command> inbox = new ConcurrentLinkedQueue<>();
  private final Map<String, Body> bodies = new HashMap<>();
  private final List<String> joinedThisTick = new ArrayList<>();
  private volatile long tick;
  private volatile boolean open = true;

  public GameRoom(String name) {
    super(name);
  }

  public void send(Command c) {
    inbox.add(c);
  }

  @Override
  public void run() {
    while (open) {
      step();
      try {
        sleep(50);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void step() {
    joinedThisTick.clear();
    while (!inbox.isEmpty()) {
      Command c = inbox.poll();
      if (c instanceof Join j) {
        if (!bodies.containsKey(j.player())) {
          bodies.put(j.player(), new Body());
          joinedThisTick.add(j.player());
        }
      } else if (c instanceof Move m) {
        Body b = bodies.get(m.player());
        if (b != null) {
          b.x += m.dx();
          b.y += m.dy();
          b.moves++;
        }
      } else if (c instanceof Leave l) {
        bodies.remove(l.player());
      }
    }
    tick++;
  }

  public long tick() {
    return tick;
  }

  public void close() {
    open = false;
  }
}
