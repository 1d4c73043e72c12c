package ci;

import java.util.HashMap;
import java.util.Map;

/** Allows a stage to fail a few times. */
public class RetryBuild extends Build {
    private final Map<String, Integer> retries = new HashMap<String, Integer>();
    private int forgiven;

    public RetryBuild(int agents) {
        super(agents);
    }

    public synchronized boolean retry(String stage) {
        Integer n = retries.get(stage);
        int next = n == null ? 1 : n + 1;
        if (next > 2 || getFailed() > 2) {
            return false;
        }
        retries.put(stage, next);
        return true;
    }

    public void end(boolean ok) {
        synchronized (this) {
            if (!ok && forgiven < 2) {
                forgiven++;
                super.end(true);
                return;
            }
        }
        super.end(ok);
    }
}
