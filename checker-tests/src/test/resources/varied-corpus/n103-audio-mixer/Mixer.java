package audio.mix;

import java.util.ArrayList;
import java.util.List;

/**
 * The audio thread calls {@link #render}. Control methods may be called from the UI and the
 * network thread.
 */
public final class Mixer {
    private static final class Voice {
        final float[] samples;
        int position;
        float gain = 1f;

        Voice(float[] samples) {
            this.samples = samples;
        }

        boolean mixInto(float[] out) {
            for (int i = 0; i < out.length; i++) {
                if (position == samples.length) {
                    return false;
                }
                out[i] += samples[position++] * gain;
            }
            return true;
        }
    }

    private final List<Voice> voices = new ArrayList<>();
    private final Object queueLock = new Object();
    private final List<Voice> starting = new ArrayList<>();
    private volatile float volume = 1f;
    private volatile boolean muted;
    private long frames;
    private int peakVoices;

    /** Control. */
    public void play(float[] samples) {
        Voice v = new Voice(samples);
        v.gain *= 0.8f;
        synchronized (queueLock) {
            starting.add(v);
        }
    }

    /** Control. */
    public void fade(float factor) {
        volume *= factor; // RACE atomic-compound #1
    }

    /** Control. */
    public void louder() {
        float v = volume; // RACE atomic-compound #1
        if (v < 0.95f) { // RACE atomic-compound #1
            volume = v + 0.05f; // RACE atomic-compound #1
        }
    }

    /** Control. */
    public void toggleMute() {
        muted = !muted; // RACE atomic-compound
    }

    /** Audio thread. */
    public void render(float[] out) {
        synchronized (queueLock) {
            voices.addAll(starting);
            starting.clear();
        }
        if (voices.size() > peakVoices) {
            peakVoices = voices.size();
        }
        voices.removeIf(v -> !v.mixInto(out));
        float g = muted ? 0 : volume;
        for (int i = 0; i < out.length; i++) {
            out[i] *= g;
        }
        frames += out.length;
        if (frames % 4_410_000 == 0) {
            System.out.println("peak " + peakVoices);
        }
    }
}
