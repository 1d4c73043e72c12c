package pay.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Postings to one account are serialized, different accounts go in parallel. */
public class AccountLedger {
    private static final class Entry {
        long balance;
        int postings;
    }

    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    public long post(String account, long cents) {
        ReentrantLock lock = locks.computeIfAbsent(account, a -> new ReentrantLock());
        lock.lock();
        try {
            Entry e = entries.get(account);
            if (e == null) {
                e = new Entry();
                entries.put(account, e);
            }
            e.balance += cents;
            e.postings++;
            return e.balance;
        } finally {
            lock.unlock();
        }
    }
}
