package lease;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Leases handed to workers for named partitions. All methods may be called by
 * any RPC handler thread; {@link #expire()} is called by the house keeper.
 */
public class LeaseTable {

    private final ConcurrentMap<String, Lease> leases = new ConcurrentHashMap<>();
    private final AtomicLong fencing = new AtomicLong();
    private final Clock clock;
    private final Duration ttl;

    public LeaseTable(Clock clock, Duration ttl) {
        this.clock = clock;
        this.ttl = ttl;
    }

    /** Takes the lease if nobody has it. */
    public Optional<Lease> acquire(String partition, String owner) {
        Lease fresh = new Lease(owner, fencing.incrementAndGet(), deadline());
        return leases.putIfAbsent(partition, fresh) == null ? Optional.of(fresh) : Optional.empty();
    }

    /** Prolongs the lease if {@code owner} still has it. */
    public boolean renew(String partition, String owner) {
        Lease current = leases.get(partition);
        while (current != null && current.owner().equals(owner)) {
            if (leases.replace(partition, current, current.until(deadline()))) {
                return true;
            }
            current = leases.get(partition);
        }
        return false;
    }

    /** Gives the lease up. */
    public boolean release(String partition, String owner, long token) {
        Lease gone = leases.computeIfPresent(partition,
                (p, l) -> l.owner().equals(owner) && l.token() == token ? null : l);
        return gone == null;
    }

    /** Takes the lease over when it ran out. */
    public Optional<Lease> steal(String partition, String owner) {
        long now = clock.millis();
        Lease current = leases.get(partition);
        if (current == null || current.deadline() > now) {
            return Optional.empty();
        }
        Lease fresh = new Lease(owner, fencing.incrementAndGet(), deadline());
        return leases.replace(partition, current, fresh) ? Optional.of(fresh) : Optional.empty();
    }

    /** Removes leases that ran out. */
    public int expire() {
        long now = clock.millis();
        int removed = 0;
        for (Map.Entry<String, Lease> e : leases.entrySet()) {
            if (e.getValue().deadline() <= now) { // RACE check-then-act #1
                leases.remove(e.getKey()); // RACE check-then-act #1
                removed++;
            }
        }
        return removed;
    }

    /** Hands the lease of one worker to another one, e.g. on rebalancing. */
    public boolean transfer(String partition, String from, String to) {
        if (leases.containsKey(partition) && leases.get(partition).owner().equals(from)) { // RACE check-then-act #2
            leases.put(partition, new Lease(to, fencing.incrementAndGet(), deadline())); // RACE check-then-act #2
            return true;
        }
        return false;
    }

    private long deadline() {
        return clock.millis() + ttl.toMillis();
    }

    /** An immutable lease. */
    public record Lease(String owner, long token, long deadline) {
        Lease until(long newDeadline) {
            return new Lease(owner, token, newDeadline);
        }
    }
}
