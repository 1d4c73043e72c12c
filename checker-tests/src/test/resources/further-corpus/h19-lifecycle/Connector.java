package lifecycle;

import java.util.concurrent.atomic.AtomicInteger;

public class Connector extends AbstractLifeCycle {

    private final AtomicInteger accepts = new AtomicInteger();
    private Thread acceptor;
    private volatile boolean open;

    @Override
    protected void doStart() {
        if (acceptor == null) {
            open = true;
            acceptor = new Thread(this::acceptLoop, "acceptor");
            acceptor.start();
        }
    }

    @Override
    protected void doStop() throws InterruptedException {
        open = false;
        if (acceptor != null) {
            acceptor.interrupt();
            acceptor.join();
            acceptor = null;
        }
    }

    private void acceptLoop() {
        int idle = 0;
        while (open) {
            if (idle++ > 1000) {
                Thread.yield();
                idle = 0;
            }
            accepts.incrementAndGet();
        }
    }

    public int accepts() {
        return accepts.get();
    }
}
