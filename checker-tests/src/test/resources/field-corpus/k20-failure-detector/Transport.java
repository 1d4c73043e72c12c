package k20;

import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

class Transport {
    private final Executor thread_pool =
        new ThreadPoolExecutor(2, 100, 30, TimeUnit.SECONDS, new SynchronousQueue<>());
    private final FailureDetector up_prot;

    Transport(FailureDetector up_prot) {
        this.up_prot = up_prot;
    }

    void receive(String type, String sender) {
        thread_pool.execute(() -> up_prot.up(type, sender));
    }
}
