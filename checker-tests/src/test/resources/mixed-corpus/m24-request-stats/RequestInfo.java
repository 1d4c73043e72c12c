package reqstats;

/** Figures of one processor; only the thread the processor is assigned to updates them. */
public class RequestInfo {

    private final GlobalTraffic traffic;
    private volatile int requestCount;
    private volatile long processingTime;
    private volatile long maxTime;
    private volatile long bytesSent;

    public RequestInfo(GlobalTraffic traffic) {
        this.traffic = traffic;
    }

    /** Called at the end of each request by the processor's thread. */
    void update(long time, long bytes, int status) {
        requestCount++; // MAYBE
        processingTime += time; // MAYBE
        bytesSent += bytes; // MAYBE
        if (time > maxTime) {
            maxTime = time; // MAYBE
        }
        traffic.onRequest(bytes, status);
    }

    /** Invoked by the management thread; a request finishing right now may survive or not. */
    void reset() {
        requestCount = 0;
        processingTime = 0;
        maxTime = 0;
        bytesSent = 0;
    }

    int getRequestCount() {
        return requestCount;
    }

    long getProcessingTime() {
        return processingTime;
    }

    long getMaxTime() {
        return maxTime;
    }

    long getBytesSent() {
        return bytesSent;
    }
}
