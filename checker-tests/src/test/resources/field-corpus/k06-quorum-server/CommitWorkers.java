package k06;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

class CommitWorkers extends Thread implements QuorumServer.RequestProcessor {
    private final LinkedBlockingQueue<QuorumServer.Request> queued = new LinkedBlockingQueue<>();
    private final ExecutorService workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    private final QuorumServer server;
    private volatile boolean stopped;
    // this thread only
    private int commitsWithoutFlush;

    CommitWorkers(QuorumServer server) {
        super("CommitProcessor");
        this.server = server;
    }

    @Override
    public void processRequest(QuorumServer.Request r) {
        queued.add(r);
    }

    @Override
    public void run() {
        try {
            while (!stopped) {
                QuorumServer.Request r = queued.take();
                if (r.type == 0) {
                    workers.execute(() -> reply(r));
                } else {
                    if (++commitsWithoutFlush > 1000) {
                        commitsWithoutFlush = 0;
                        server.commit(server.getNextZxid());
                    }
                    reply(r);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void reply(QuorumServer.Request r) {
        // the response is written to the connection of r.sessionId here
        server.decInProcess();
    }
}
