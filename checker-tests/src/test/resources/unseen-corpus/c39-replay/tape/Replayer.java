package tape;

import java.util.ArrayList;
import java.util.List;

/** Replays a recording. Its only thread advances the position, everyone may look. */
public final class Replayer {
  private final List<String> frames;
  private final Thread thread;
  private final List<String> played = new ArrayList<>();
  private volatile int position;
  private volatile long bytes;
  private volatile boolean paused;

  public Replayer(List<String> frames) {
    this.frames = List.copyOf(frames);
    this.thread = new Thread(this::loop, "replayer");
  }

  public static Replayer start(List<String> frames) {
    Replayer r = new Replayer(frames);
    r.thread.start();
    return r;
  }

  private void loop() {
    while (position < frames.size()) {
      if (paused) {
        Thread.onSpinWait();
        continue;
      }
      String f = frames.get(position);
      played.add(f);
      bytes += f.length();
      position++;
    }
  }

  public void pause(boolean on) {
    paused = on;
  }

  public double progress() {
    return frames.isEmpty() ? 1 : (double) position / frames.size();
  }

  public long bytes() {
    return bytes;
  }

  public List<String> await() throws InterruptedException {
    thread.join();
    played.add("(end)");
    return played;
  }
}
