package arcade.scores;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

public class HighScores {
    private final AtomicInteger best = new AtomicInteger();
    private final AtomicLong played = new AtomicLong();
    private final AtomicReference<String> holder = new AtomicReference<>("nobody");
    private final AtomicInteger streak = new AtomicInteger();
    private final AtomicInteger bestStreak = new AtomicInteger();

    public boolean report(String player, int score) {
        played.set(played.get() + 1); // RACE atomic-compound
        if (score > best.get()) { // RACE atomic-compound #1
            best.set(score); // RACE atomic-compound #1
            holder.set(player); // MAYBE
            return true;
        }
        return false;
    }

    public void win() {
        bestStreak.accumulateAndGet(streak.incrementAndGet(), Math::max);
    }

    public void lose() {
        streak.set(0);
    }

    public void restore(int saved) {
        int current;
        do {
            current = bestStreak.get();
            if (saved <= current) {
                return;
            }
        } while (!bestStreak.compareAndSet(current, saved));
    }

    public String holder() {
        return holder.get() + ' ' + best.get();
    }
}
