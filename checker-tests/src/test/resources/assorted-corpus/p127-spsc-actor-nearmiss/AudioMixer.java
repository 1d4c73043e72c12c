package snd.mix;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The audio thread owns the voices; the UI posts changes. One statistic is updated from both sides. */
public class AudioMixer implements Runnable {
  static final class Voice {
    final float[] samples;
    int position;
    float gain = 1f;

    Voice(float[] samples) {
      this.samples = samples;
    }
  }

  private final ConcurrentLinkedQueue<Runnable> changes = new ConcurrentLinkedQueue<>();
  private final Map<String, Voice> voices = new HashMap<>();
  private final List<String> ended = new ArrayList<>();
  private volatile boolean playing = true;
  private volatile float peak;
  private volatile int underruns;
  private volatile int liveVoices;
  private long blocks;

  /** UI thread. */
  public void play(String name, float[] samples) {
    changes.add(() -> {
      voices.put(name, new Voice(samples));
      liveVoices++;
    });
  }

  public void fade(String name, float factor) {
    changes.add(() -> {
      Voice v = voices.get(name);
      if (v != null) {
        v.gain *= factor;
      }
    });
  }

  public void stop(String name) {
    changes.add(() -> {
      if (voices.remove(name) != null) {
        liveVoices--;
      }
    });
  }

  /** UI thread: forgive the last one. */
  public void acknowledgeUnderrun() {
    if (underruns > 0) { // RACE check-then-act #1
      underruns--; // RACE check-then-act #1
    }
  }

  @Override
  public void run() {
    float[] out = new float[256];
    while (playing) {
      long begin = System.nanoTime();
      for (Runnable r; (r = changes.poll()) != null; ) {
        r.run();
      }
      mix(out);
      blocks++;
      if (System.nanoTime() - begin > 5_000_000) {
        underruns++; // RACE rmw #1
      }
    }
  }

  private void mix(float[] out) {
    java.util.Arrays.fill(out, 0f);
    for (Map.Entry<String, Voice> e : voices.entrySet()) {
      Voice v = e.getValue();
      for (int i = 0; i < out.length; i++) {
        if (v.position == v.samples.length) {
          ended.add(e.getKey());
          break;
        }
        out[i] += v.samples[v.position++] * v.gain;
      }
    }
    for (String name : ended) {
      if (voices.remove(name) != null) {
        liveVoices--;
      }
    }
    ended.clear();
    for (float f : out) {
      if (Math.abs(f) > peak) {
        peak = Math.abs(f);
      }
    }
  }

  public Thread start() {
    Thread t = new Thread(this, "audio");
    t.setPriority(Thread.MAX_PRIORITY);
    t.start();
    return t;
  }

  public float peak() {
    return peak;
  }
}
