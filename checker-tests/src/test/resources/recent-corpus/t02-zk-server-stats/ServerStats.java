package org.example.zookeeper.server;

import java.util.concurrent.atomic.AtomicLong;

/** Basic server statistics; one instance per server. */
public class ServerStats {

    private long packetsSent;
    private long packetsReceived;
    private long maxLatency;
    private long minLatency = Long.MAX_VALUE;
    private long totalLatency;
    private long count;
    private int lastBufferSize = -1;
    private int largestBuffer = -1;
    private final AtomicLong fsyncThresholdExceedCount = new AtomicLong();

    public synchronized long getAvgLatency() {
        return count == 0 ? 0 : totalLatency / count;
    }

    public synchronized void updateLatency(long requestCreateTime, long now) {
        long latency = now - requestCreateTime;
        totalLatency += latency;
        count++;
        if (latency < minLatency) {
            minLatency = latency;
        }
        if (latency > maxLatency) {
            maxLatency = latency;
        }
    }

    public void incrementPacketsReceived() {
        packetsReceived++; // RACE rmw
    }

    public void incrementPacketsSent() {
        packetsSent++; // RACE rmw
    }

    public void incrementFsyncThresholdExceedCount() {
        fsyncThresholdExceedCount.incrementAndGet();
    }

    public void setLastBufferSize(int value) {
        lastBufferSize = value;
        if (largestBuffer < value) { // RACE check-then-act #1
            largestBuffer = value; // RACE check-then-act #1
        }
    }

    @Override
    public synchronized String toString() {
        return "Received: " + packetsReceived + "\nSent: " + packetsSent
                + "\nLatency: " + minLatency + "/" + getAvgLatency() + "/" + maxLatency
                + "\nBuffer: " + lastBufferSize + "/" + largestBuffer
                + "\nFsync: " + fsyncThresholdExceedCount.get();
    }
}
