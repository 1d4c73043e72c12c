package chan.flow;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.Queue;

/** Outbound messages of one channel. All state belongs to the channel's event loop. */
public final class WriteQueue {
    private final Channel channel;
    private final EventLoop loop;
    private final Queue<Object> pending = new ArrayDeque<>();
    private int inFlight;
    private long enqueued;
    private long written;
    private int failures;
    private int callers;

    public WriteQueue(Channel channel) {
        this.channel = channel;
        this.loop = channel.eventLoop();
    }

    /** Any thread. */
    public void send(Object msg) {
        callers++; // RACE rmw
        if (loop.inEventLoop()) {
            enqueue(msg);
        } else {
            loop.execute(() -> enqueue(msg));
        }
    }

    private void enqueue(Object msg) {
        assert loop.inEventLoop();
        enqueued++;
        pending.add(msg);
        pump();
    }

    private void pump() {
        while (inFlight < 64 && !pending.isEmpty()) {
            Object next = pending.poll();
            inFlight++;
            channel.writeAndFlush(next).addListener(f -> {
                inFlight--;
                if (f.isSuccess()) {
                    written++;
                } else {
                    failures++;
                }
                pump();
            });
        }
    }

    /** Any thread. */
    public void report() {
        loop.execute(() -> System.out.println(enqueued + " in, " + written + " out, " + failures + " failed"));
    }

    public int callers() {
        return callers;
    }
}
