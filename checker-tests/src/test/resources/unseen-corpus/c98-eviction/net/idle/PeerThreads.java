package net.idle;

import java.util.ArrayList;
import java.util.List;

public final class PeerThreads {
  public static List<Thread> start(IdleTracker tracker, int peers) {
    List<Thread> out = new ArrayList<>();
    for (int i = 0; i < peers; i++) {
      String me = "peer" + i;
      Thread t = new Thread(() -> {
        int beats = 0;
        while (beats < 1000) {
          tracker.seen(me);
          if (++beats % 100 == 0) {
            tracker.note(me, beats + " beats");
          }
        }
        tracker.leave(me);
      }, me);
      t.setDaemon(true);
      t.start();
      out.add(t);
    }
    return out;
  }
}
