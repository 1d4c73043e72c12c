package reqstats;

import java.util.ArrayList;
import java.util.List;

/** Statistics over all request processors of a connector, exposed through management beans. */
public class RequestGroup {

    private final List<RequestInfo> processors = new ArrayList<>();
    private long deadMaxTime;
    private long deadProcessingTime;
    private int deadRequestCount;
    private long deadBytesSent;

    public synchronized void addProcessor(RequestInfo info) {
        processors.add(info);
    }

    public synchronized void removeProcessor(RequestInfo info) {
        if (info != null) {
            if (deadMaxTime < info.getMaxTime()) {
                deadMaxTime = info.getMaxTime();
            }
            deadProcessingTime += info.getProcessingTime();
            deadRequestCount += info.getRequestCount();
            deadBytesSent += info.getBytesSent();
            processors.remove(info);
        }
    }

    public synchronized int getRequestCount() {
        int n = deadRequestCount;
        for (RequestInfo info : processors) {
            n += info.getRequestCount();
        }
        return n;
    }

    public synchronized long getBytesSent() {
        long n = deadBytesSent;
        for (RequestInfo info : processors) {
            n += info.getBytesSent();
        }
        return n;
    }

    public synchronized long getMaxTime() {
        long max = deadMaxTime;
        for (RequestInfo info : processors) {
            max = Math.max(max, info.getMaxTime());
        }
        return max;
    }

    public synchronized void resetCounters() {
        deadMaxTime = 0;
        deadProcessingTime = 0;
        deadRequestCount = 0;
        deadBytesSent = 0;
        for (RequestInfo info : processors) {
            info.reset();
        }
    }
}
