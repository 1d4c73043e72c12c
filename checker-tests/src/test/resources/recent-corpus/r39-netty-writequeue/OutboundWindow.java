package r39nettywritequeue;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * Limits the number of unacknowledged messages of a device. {@link #send} and {@link #ack} may be called from any thread.
 */
public final class OutboundWindow {

    private final Channel channel;
    private final EventLoop loop;
    private final int maxInFlight;
    private final Deque<Object> waiting = new ArrayDeque<>();
    private int inFlight;
    private int stalls;
    private long sent;
    private boolean reportScheduled;

    public OutboundWindow(Channel channel, int maxInFlight) {
        this.channel = channel;
        this.loop = channel.eventLoop();
        this.maxInFlight = maxInFlight;
    }

    public void send(Object message) {
        if (loop.inEventLoop()) {
            send0(message);
        } else {
            loop.execute(() -> send0(message));
        }
    }

    public void ack() {
        if (!loop.inEventLoop()) {
            loop.execute(this::ack);
            return;
        }
        inFlight--;
        pump();
    }

    private void send0(Object message) {
        waiting.addLast(message);
        pump();
    }

    private void pump() {
        while (inFlight < maxInFlight && !waiting.isEmpty()) {
            inFlight++;
            channel.writeAndFlush(waiting.pollFirst()).addListener(this::written);
        }
        if (!waiting.isEmpty()) {
            stalls++;
            scheduleReport();
        }
    }

    private void written(Future<? super Void> result) {
        if (result.isSuccess()) {
            sent++;
        } else {
            inFlight--;
        }
    }

    private void scheduleReport() {
        if (!reportScheduled) {
            reportScheduled = true;
            loop.schedule(() -> {
                reportScheduled = false;
                System.getLogger("window").log(System.Logger.Level.INFO, "stalls {0} sent {1}", stalls, sent);
                stalls = 0;
            }, 30, TimeUnit.SECONDS);
        }
    }
}
