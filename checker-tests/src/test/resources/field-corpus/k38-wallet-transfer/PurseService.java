package k38;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The purses of the arcade machines. */
public class PurseService {
    static final class Purse {
        private final String owner;
        private int coins;

        Purse(String owner, int coins) {
            this.owner = owner;
            this.coins = coins;
        }

        synchronized void add(int n) {
            coins += n; // RACE wrong-lock #1
        }

        synchronized int coins() {
            return coins;
        }

        String owner() {
            return owner;
        }
    }

    private final ExecutorService machines = Executors.newCachedThreadPool();

    public void play(Purse player, Purse house, int stake, boolean won) {
        machines.execute(() -> {
            if (won) {
                move(house, player, stake);
            } else {
                move(player, house, stake);
            }
        });
    }

    private void move(Purse from, Purse to, int n) {
        synchronized (from) {
            if (from.coins < n) { // RACE wrong-lock #1
                return;
            }
            from.coins -= n; // RACE wrong-lock #1
            to.coins += n; // RACE wrong-lock #1
        }
    }

    public void give(Purse p, int n) {
        machines.execute(() -> p.add(n));
    }
}
