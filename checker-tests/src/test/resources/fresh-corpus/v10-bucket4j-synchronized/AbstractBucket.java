package v10bucket4jsynchronized;

/** Operations shared by the kinds of buckets. Buckets are thread safe. */
public abstract class AbstractBucket {
    protected interface Command<T> {
        T run(BucketState state, long now);
    }

    protected abstract <T> T execute(Command<T> command);

    public boolean tryConsume(long tokens) {
        if (tokens <= 0) {
            throw new IllegalArgumentException("tokens: " + tokens);
        }
        return execute((state, now) -> {
            state.refill(now);
            if (state.tokens < tokens) {
                state.rejections++;
                return false;
            }
            state.consume(tokens);
            return true;
        });
    }

    public long consumeAsMuchAsPossible(final long limit) {
        return execute(new Command<Long>() {
            @Override
            public Long run(BucketState state, long now) {
                state.refill(now);
                long n = Math.min(limit, state.tokens);
                state.consume(n);
                return n;
            }
        });
    }

    public void addTokens(long tokens) {
        execute((state, now) -> {
            state.refill(now);
            state.tokens = Math.min(state.capacity, state.tokens + tokens);
            return null;
        });
    }

    public long getConsumed() {
        return execute((state, now) -> state.consumed);
    }

    static final class BucketState {
        final long capacity;
        final long refillPerSecond;
        long tokens;
        long consumed;
        long rejections;
        long lastRefillNanos;

        BucketState(long capacity, long refillPerSecond, long now) {
            this.capacity = capacity;
            this.refillPerSecond = refillPerSecond;
            this.tokens = capacity;
            this.lastRefillNanos = now;
        }

        void refill(long now) {
            long elapsed = now - lastRefillNanos;
            long add = elapsed * refillPerSecond / 1_000_000_000L;
            if (add > 0) {
                tokens = Math.min(capacity, tokens + add);
                lastRefillNanos += add * 1_000_000_000L / refillPerSecond;
            }
        }

        void consume(long n) {
            tokens -= n;
            consumed += n;
        }
    }
}
