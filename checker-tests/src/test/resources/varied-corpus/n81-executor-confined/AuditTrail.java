package sec.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Entries are chained by a rolling hash, so they are appended by a single thread. */
public class AuditTrail {
    private final ExecutorService appender = Executors.newSingleThreadExecutor();
    private final ExecutorService mailers = Executors.newFixedThreadPool(2);
    private final List<String> entries = new ArrayList<>();
    private int hash = 17;
    private int alerts;
    private int mailed;
    private long rolled;

    /** Called by all services. */
    public void log(String who, String what) {
        appender.execute(() -> append(who + ' ' + what));
        if (what.startsWith("delete")) {
            mailers.execute(() -> mail(who));
        }
    }

    private void append(String entry) {
        hash = 31 * hash + entry.hashCode();
        entries.add(Integer.toHexString(hash) + ' ' + entry);
        if (entry.contains("denied")) {
            alerts++;
        }
        if (entries.size() > 1000) {
            roll();
        }
    }

    private void roll() {
        entries.subList(0, 500).clear();
        rolled += 500;
    }

    private void mail(String who) {
        System.out.println("mail about " + who);
        mailed++; // RACE rmw
    }

    public List<String> tail(int n) throws InterruptedException, ExecutionException {
        return appender.submit(() -> {
            int from = Math.max(0, entries.size() - n);
            return List.copyOf(entries.subList(from, entries.size()));
        }).get();
    }

    public void close() {
        appender.shutdown();
        mailers.shutdown();
    }

    @Override
    public String toString() {
        return alerts + " alerts, " + mailed + " mails, " + rolled + " rolled";
    }
}
