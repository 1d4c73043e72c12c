package looppool;

import io.netty.channel.Channel;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * A bounded pool of channels. All of its state belongs to one executor; the public methods may be
 * called from anywhere.
 */
public class LoopChannelPool {

    private final EventExecutor executor;
    private final Supplier<Future<Channel>> connector;
    private final int max;
    private final AtomicInteger acquiredTotal = new AtomicInteger();
    private final Deque<Promise<ChannelLease>> waiting = new ArrayDeque<>();
    private final Deque<Channel> idle = new ArrayDeque<>();
    private int open;
    private int timeouts;
    private boolean closed;

    public LoopChannelPool(EventExecutor executor, Supplier<Future<Channel>> connector, int max) {
        this.executor = executor;
        this.connector = connector;
        this.max = max;
    }

    public Future<ChannelLease> acquire() {
        Promise<ChannelLease> promise = executor.newPromise();
        if (executor.inEventLoop()) {
            acquire0(promise);
        } else {
            executor.execute(() -> acquire0(promise));
        }
        return promise;
    }

    private void acquire0(Promise<ChannelLease> promise) {
        assert executor.inEventLoop();
        if (closed) {
            promise.setFailure(new ClosedChannelException());
            return;
        }
        Channel channel = idle.pollLast();
        if (channel != null) {
            succeed(promise, channel);
        } else if (open < max) {
            open++;
            connect(promise);
        } else {
            waiting.addLast(promise);
        }
    }

    private void connect(Promise<ChannelLease> promise) {
        connector.get().addListener((Future<Channel> f) -> executor.execute(() -> {
            if (f.isSuccess()) {
                succeed(promise, f.getNow());
            } else {
                open--;
                promise.tryFailure(f.cause());
                runNext();
            }
        }));
    }

    private void succeed(Promise<ChannelLease> promise, Channel channel) {
        if (promise.trySuccess(new ChannelLease(channel))) {
            acquiredTotal.incrementAndGet();
        } else {
            timeouts++;
            idle.addLast(channel);
        }
    }

    public void release(ChannelLease lease) {
        if (!lease.markReleased()) {
            throw new IllegalStateException("released twice");
        }
        if (executor.inEventLoop()) {
            release0(lease.channel);
        } else {
            executor.execute(() -> release0(lease.channel));
        }
    }

    private void release0(Channel channel) {
        if (closed || !channel.isActive()) {
            open--;
            channel.close();
        } else {
            idle.addLast(channel);
        }
        runNext();
    }

    private void runNext() {
        while (!waiting.isEmpty() && (!idle.isEmpty() || open < max)) {
            acquire0(waiting.pollFirst());
        }
    }

    public Future<Integer> close() {
        return executor.submit(() -> {
            if (closed) {
                return 0;
            }
            closed = true;
            int n = idle.size();
            for (Channel c : idle) {
                c.close();
            }
            idle.clear();
            open -= n;
            return n + timeouts;
        });
    }

    public int acquiredTotal() {
        return acquiredTotal.get();
    }
}
