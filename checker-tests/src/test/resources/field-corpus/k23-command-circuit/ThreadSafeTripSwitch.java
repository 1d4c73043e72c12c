package k23;

/** The home-grown predecessor. One per remote host, in use by all callers of that host. */
public class ThreadSafeTripSwitch {
    private volatile int consecutiveFailures;
    private volatile boolean probing;
    private volatile long openUntil;

    public void failure(long now) {
        consecutiveFailures++; // RACE rmw #1
        if (consecutiveFailures >= 5) {
            openUntil = now + 30_000;
            probing = false;
        }
    }

    public void success() {
        consecutiveFailures = 0; // MAYBE
        openUntil = 0;
        probing = false;
    }

    public boolean allow(long now) {
        if (openUntil == 0) {
            return true;
        }
        if (now < openUntil) {
            return false;
        }
        if (!probing) { // RACE check-then-act #2
            probing = true; // RACE check-then-act #2
            return true;
        }
        return false;
    }
}
