package com.crate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The one thread which plays. Volume may be turned by all. */
public class Player {
  private final Playlist list;
  private final List<Track> played = new ArrayList<>();
  private final AtomicInteger volume = new AtomicInteger(50);
  private volatile int position;
  private volatile boolean on = true;

  private Player(Playlist list) {
    this.list = list;
  }

  public static Player start(Playlist list) {
    Player p = new Player(list);
    Thread t = new Thread(p::play, "player");
    t.setDaemon(true);
    t.start();
    return p;
  }

  private void play() {
    while (on) {
      Track t = list.next(0);
      if (t != null) {
        played.add(t);
        position += t.title().length();
      }
    }
  }

  public void louder() {
    volume.getAndUpdate(v -> Math.min(100, v + 5));
  }

  public void muteIfLoud() {
    volume.updateAndGet(v -> v > 90 ? 0 : v);
  }

  public void off() {
    on = false;
  }

  public int position() {
    return position;
  }
}
