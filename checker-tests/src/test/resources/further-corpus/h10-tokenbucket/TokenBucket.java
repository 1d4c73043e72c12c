package tokenbucket;

import java.util.concurrent.TimeUnit;

/** A token bucket shared by all the callers of one tenant. */
public class TokenBucket {

    private final Ticker ticker;
    private long capacity;
    private double tokens;
    private double perNano;
    private long lastRefill;
    private long throttled;

    public interface Ticker {
        long read();
    }

    TokenBucket(Builder b) {
        this.ticker = b.ticker;
        this.capacity = b.capacity;
        this.tokens = b.capacity;
        this.perNano = b.perSecond / TimeUnit.SECONDS.toNanos(1);
        this.lastRefill = ticker.read();
    }

    public synchronized boolean tryAcquire(int permits) {
        refill();
        if (tokens < permits) {
            throttled++;
            return false;
        }
        tokens -= permits;
        return true;
    }

    public void giveBack(int permits) {
        tokens = Math.min(capacity, tokens + permits); // RACE inconsistent-locking #1
    }

    public synchronized void setRate(double perSecond) {
        refill();
        perNano = perSecond / TimeUnit.SECONDS.toNanos(1);
    }

    public void setCapacity(long capacity) {
        synchronized (this) {
            refill();
            this.capacity = capacity;
            if (tokens > capacity) {
                tokens = capacity;
            }
        }
    }

    public synchronized long drainThrottled() {
        long n = throttled;
        throttled = 0;
        return n;
    }

    private void refill() {
        long now = ticker.read();
        if (now > lastRefill) {
            tokens = Math.min(capacity, tokens + (now - lastRefill) * perNano);
            lastRefill = now;
        }
    }

    public static Builder builder() {
        return new Builder();
    }

    public static final class Builder {
        private Ticker ticker = System::nanoTime;
        private long capacity = 100;
        private double perSecond = 10;
        private int set;

        public Builder capacity(long capacity) {
            this.capacity = capacity;
            set++;
            return this;
        }

        public Builder perSecond(double perSecond) {
            this.perSecond = perSecond;
            set++;
            return this;
        }

        public Builder ticker(Ticker ticker) {
            this.ticker = ticker;
            return this;
        }

        public TokenBucket build() {
            if (set == 0) {
                throw new IllegalStateException("nothing configured");
            }
            return new TokenBucket(this);
        }
    }
}
