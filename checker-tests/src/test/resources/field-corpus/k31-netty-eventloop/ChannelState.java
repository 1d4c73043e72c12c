package k31;

import io.netty.util.concurrent.EventExecutor;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

/** Per-connection state of the gateway protocol; everything happens in the channel's executor. */
public class ChannelState {
    private final EventExecutor loop;
    private final ArrayDeque<String> outbound = new ArrayDeque<>();
    private final Map<Integer, Runnable> awaiting = new HashMap<>();
    private int nextRequestId;
    private long bytesQueued;
    private boolean writable = true;

    public ChannelState(EventExecutor loop) {
        this.loop = loop;
    }

    /** May be called from anywhere. */
    public void send(String frame, Runnable onReply) {
        if (loop.inEventLoop()) {
            send0(frame, onReply);
        } else {
            loop.execute(() -> send0(frame, onReply));
        }
    }

    private void send0(String frame, Runnable onReply) {
        assert loop.inEventLoop();
        int id = nextRequestId++;
        awaiting.put(id, onReply);
        outbound.add(id + ":" + frame);
        bytesQueued += frame.length();
        if (bytesQueued > 65536) {
            writable = false;
        }
    }

    void onReply(int id) {
        loop.execute(() -> {
            Runnable r = awaiting.remove(id);
            if (r != null) {
                r.run();
            }
        });
    }

    void flush() {
        loop.execute(() -> {
            String f;
            while ((f = outbound.poll()) != null) {
                bytesQueued -= f.length();
            }
            if (!writable && bytesQueued < 32768) {
                writable = true;
            }
        });
    }
}
