package k40;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** One device, one thread. */
public class DeviceSession implements Runnable {
    private final String deviceId;
    private final GatewayState gateway;
    private final BlockingQueue<byte[]> inbound = new LinkedBlockingQueue<>(100);
    private volatile int lastSequence;   // written by the session thread, read by the console
    private volatile long framesHandled; // ditto
    private int gaps;

    DeviceSession(String deviceId, GatewayState gateway) {
        this.deviceId = deviceId;
        this.gateway = gateway;
    }

    /** From the radio. */
    public boolean offer(byte[] frame) {
        return inbound.offer(frame);
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                handle(inbound.take());
            }
        } catch (InterruptedException e) {
            gateway.sessionEnded(deviceId, gaps);
        }
    }

    private void handle(byte[] frame) {
        int seq = frame[0] & 0xff;
        if (seq != ((lastSequence + 1) & 0xff)) {
            gaps++;
        }
        lastSequence = seq;
        framesHandled++;
        gateway.frame(deviceId, frame);
    }

    public String status() {
        return deviceId + " seq=" + lastSequence + " frames=" + framesHandled;
    }
}
