package reqstats;

import java.util.function.LongSupplier;

/** Work item of the connector's thread pool; owns its {@link RequestInfo} while it runs. */
public class HttpWorker implements Runnable {

    private final RequestInfo info;
    private final LongSupplier request;

    /** Every worker of a connector gets an info of its own and the common traffic. */
    public HttpWorker(RequestGroup group, GlobalTraffic traffic, LongSupplier request) {
        this.info = new RequestInfo(traffic);
        this.request = request;
        group.addProcessor(info);
    }

    @Override
    public void run() {
        long start = System.nanoTime();
        int status = 200;
        long bytes = 0;
        try {
            bytes = request.getAsLong();
        } catch (RuntimeException e) {
            status = 500;
        } finally {
            info.update(System.nanoTime() - start, bytes, status);
        }
    }
}
