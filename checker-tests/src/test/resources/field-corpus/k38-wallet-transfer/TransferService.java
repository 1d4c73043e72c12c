package k38;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Locks both wallets, the lower id first. */
public class TransferService {
    private final Map<Long, Wallet> wallets = new ConcurrentHashMap<>();
    private final ExecutorService workers = Executors.newFixedThreadPool(8);

    public void open(long id, long cents) {
        wallets.putIfAbsent(id, new Wallet(id, cents));
    }

    public void submit(long from, long to, long amount) {
        workers.submit(() -> transfer(wallets.get(from), wallets.get(to), amount));
    }

    boolean transfer(Wallet from, Wallet to, long amount) {
        Wallet first = from.id < to.id ? from : to;
        Wallet second = first == from ? to : from;
        first.lock.lock();
        try {
            second.lock.lock();
            try {
                if (!from.withdraw(amount)) {
                    return false;
                }
                to.deposit(amount);
                return true;
            } finally {
                second.lock.unlock();
            }
        } finally {
            first.lock.unlock();
        }
    }

    public long total() {
        return wallets.values().stream().mapToLong(Wallet::balance).sum();
    }
}
