package auction;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicReference;

/** A running auction. Bids come from the web servers' request threads. */
public class Auction {

    private static final Bid CLOSED = new Bid(null, BigDecimal.ZERO, Instant.EPOCH);

    private final AtomicReference<Bid> best;
    private final ConcurrentLinkedDeque<Bid> history = new ConcurrentLinkedDeque<>();
    private final BigDecimal increment;
    private volatile Instant end;
    private volatile int extensions;
    private volatile BigDecimal reserve;
    private Bid proxy;

    public Auction(BigDecimal start, BigDecimal increment, Instant end) {
        this.best = new AtomicReference<>(new Bid(null, start, Instant.now()));
        this.increment = increment;
        this.end = end;
    }

    public boolean bid(String bidder, BigDecimal amount) {
        Bid mine = new Bid(bidder, amount, Instant.now());
        while (true) {
            Bid current = best.get();
            if (current == CLOSED || mine.at().isAfter(end)
                    || amount.compareTo(current.amount().add(increment)) < 0) {
                return false;
            }
            if (best.compareAndSet(current, mine)) {
                history.addLast(mine);
                extendIfLate(mine.at());
                counterBid(mine);
                return true;
            }
        }
    }

    /** Late bids prolong the auction. */
    private void extendIfLate(Instant at) {
        Duration left = Duration.between(at, end);
        if (left.compareTo(Duration.ofMinutes(2)) < 0 && extensions < 10) {
            end = end.plus(Duration.ofMinutes(2)); // RACE rmw #1
            extensions++; // RACE rmw #2
        }
    }

    /** Leaves a maximum up to which the house bids for the user. */
    public void leaveProxy(String bidder, BigDecimal max) {
        synchronized (this) {
            if (proxy == null || proxy.amount().compareTo(max) < 0) {
                proxy = new Bid(bidder, max, Instant.now());
            }
        }
    }

    private void counterBid(Bid against) {
        Bid p;
        synchronized (this) {
            p = proxy;
            if (p == null || p.bidder().equals(against.bidder())) {
                return;
            }
            if (p.amount().compareTo(against.amount().add(increment)) < 0) {
                proxy = null;
                return;
            }
        }
        bid(p.bidder(), against.amount().add(increment));
    }

    /** Closes the auction; only one of the schedulers gets the winner. */
    public Optional<Bid> settle() {
        if (Instant.now().isBefore(end)) {
            return Optional.empty();
        }
        Bid winner = best.getAndSet(CLOSED); // MAYBE
        if (winner == CLOSED) {
            return Optional.empty();
        }
        BigDecimal min = reserve;
        return winner.bidder() == null || min != null && winner.amount().compareTo(min) < 0
                ? Optional.empty() : Optional.of(winner);
    }

    /** Lowers the reserve price; it never goes up again. */
    public void lowerReserve(BigDecimal to) {
        BigDecimal current = reserve;
        if (current == null || to.compareTo(current) < 0) { // RACE check-then-act #3
            reserve = to; // RACE check-then-act #3
        }
    }

    public Instant end() {
        return end;
    }

    /** A bid. */
    public record Bid(String bidder, BigDecimal amount, Instant at) {
    }
}
