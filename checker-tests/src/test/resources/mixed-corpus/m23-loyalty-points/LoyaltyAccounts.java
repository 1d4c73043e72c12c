package loyalty;

import com.google.common.util.concurrent.Striped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;

/**
 * Loyalty points of customers. Booking threads of the web shop and the nightly expiry work on it
 * concurrently; operations on one customer are serialized by a striped lock.
 */
public class LoyaltyAccounts {

    private final Striped<Lock> stripes = Striped.lock(64);
    private final Map<Long, Account> accounts = new ConcurrentHashMap<>();
    private long outstanding;
    private final Object totalsLock = new Object();
    private long expired;

    private Account account(long customer) {
        return accounts.computeIfAbsent(customer, c -> new Account());
    }

    public void earn(long customer, int points) {
        Lock lock = stripes.get(customer);
        lock.lock();
        try {
            Account a = account(customer);
            a.points += points;
            a.lifetime += points;
            a.tier = a.lifetime > 100_000 ? Tier.GOLD : a.lifetime > 20_000 ? Tier.SILVER : Tier.BASIC;
            outstanding += points; // RACE wrong-lock #1
        } finally {
            lock.unlock();
        }
    }

    public boolean redeem(long customer, int points) {
        Lock lock = stripes.get(customer);
        lock.lock();
        try {
            Account a = account(customer);
            if (a.points < points) {
                return false;
            }
            a.points -= points;
            outstanding -= points; // RACE wrong-lock #1
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Moves points within a household. */
    public boolean give(long from, long to, int points) {
        Iterable<Lock> both = stripes.bulkGet(java.util.List.of(from, to));
        both.forEach(Lock::lock);
        try {
            Account giver = account(from);
            if (giver.points < points) {
                return false;
            }
            giver.points -= points;
            account(to).points += points;
            return true;
        } finally {
            both.forEach(Lock::unlock);
        }
    }

    public void expire(long customer) {
        Lock lock = stripes.get(customer);
        lock.lock();
        try {
            Account a = account(customer);
            synchronized (totalsLock) {
                expired += a.points;
            }
            a.points = 0;
        } finally {
            lock.unlock();
        }
    }

    /** Corrects a balance by hand. */
    public void adjust(long customer, int delta) {
        Lock lock = stripes.get(Long.toString(customer));
        lock.lock();
        try {
            Account a = account(customer);
            a.points += delta; // RACE wrong-lock #2
        } finally {
            lock.unlock();
        }
    }

    public long expired() {
        synchronized (totalsLock) {
            return expired;
        }
    }

    private static final class Account {
        private long points;
        private long lifetime;
        private Tier tier = Tier.BASIC;
    }

    enum Tier {
        BASIC, SILVER, GOLD
    }
}
