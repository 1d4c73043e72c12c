package k20;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** Pings the right-hand neighbour; after max_tries it is suspected. */
public class FailureDetector {
    protected long timeout = 3000;
    protected int max_tries = 5;
    protected long num_heartbeats = 0;
    private int num_tries = 0;
    private String ping_dest;
    private final List<String> members = new ArrayList<>();
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(3);
    private final BiConsumer<String, String> down_prot;
    private Future<?> monitor_future;

    public FailureDetector(BiConsumer<String, String> down_prot) {
        this.down_prot = down_prot;
    }

    public synchronized void start() {
        if (monitor_future == null || monitor_future.isDone())
            monitor_future = timer.scheduleWithFixedDelay(new Monitor(), timeout, timeout, TimeUnit.MILLISECONDS);
        timer.scheduleWithFixedDelay(this::stats, 1, 1, TimeUnit.MINUTES);
    }

    public void setView(List<String> view) {
        synchronized (members) {
            members.clear();
            members.addAll(view);
            ping_dest = members.isEmpty() ? null : members.get(members.size() - 1);
        }
    }

    /** Up-calls arrive on the transport's thread pool. */
    public void up(String type, String sender) {
        switch (type) {
            case "HEARTBEAT":
                sendHeartbeatResponse(sender);
                break;
            case "HEARTBEAT_ACK":
                if (sender.equals(ping_dest)) {
                    num_tries = 0; // MAYBE
                }
                break;
            case "SUSPECT":
                synchronized (members) {
                    members.remove(sender);
                }
                break;
            default:
        }
    }

    private void sendHeartbeatResponse(String dest) {
        num_heartbeats++; // RACE rmw #2
        down_prot.accept("HEARTBEAT_ACK", dest);
    }

    private void stats() {
        System.out.println("heartbeats: " + num_heartbeats);
    }

    private class Monitor implements Runnable {
        @Override
        public void run() {
            String dest;
            synchronized (members) {
                dest = ping_dest;
            }
            if (dest == null)
                return;
            num_heartbeats++; // RACE rmw #2
            down_prot.accept("HEARTBEAT", dest);
            num_tries++; // RACE rmw #1
            if (num_tries >= max_tries) {
                down_prot.accept("SUSPECT", dest);
                num_tries = 0; // MAYBE
            }
        }
    }
}
