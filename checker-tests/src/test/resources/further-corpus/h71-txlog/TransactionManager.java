package txlog;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

public class TransactionManager {

    private final TransactionLog log;
    private final AtomicLong ids = new AtomicLong();
    private final Set<Transaction> active = ConcurrentHashMap.newKeySet();
    private final ThreadLocal<Transaction> current = new ThreadLocal<>();

    public TransactionManager(TransactionLog log) {
        this.log = log;
    }

    public Transaction begin() {
        if (current.get() != null) {
            throw new IllegalStateException("nested transaction");
        }
        Transaction t = new Transaction(this, ids.incrementAndGet());
        active.add(t);
        current.set(t);
        return t;
    }

    void ended(Transaction t) {
        active.remove(t);
        current.remove();
    }

    TransactionLog log() {
        return log;
    }

    public int active() {
        return active.size();
    }
}
