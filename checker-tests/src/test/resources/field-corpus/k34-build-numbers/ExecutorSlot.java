package k34;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;

/** One of the node's executors. */
class ExecutorSlot extends Thread {
    private final BlockingQueue<Project> queue;
    private long finishedBuilds;
    private volatile Project.Run current;

    ExecutorSlot(int n, BlockingQueue<Project> queue) {
        super("Executor #" + n);
        this.queue = queue;
    }

    static void launch(int slots, BlockingQueue<Project> queue) {
        for (int i = 0; i < slots; i++) {
            new ExecutorSlot(i, queue).start();
        }
    }

    @Override
    public void run() {
        while (!isInterrupted()) {
            try {
                Project p = queue.take();
                if (!p.isBuildable()) {
                    continue;
                }
                current = p.newBuild();
                current.setResult("SUCCESS");
                finishedBuilds++;
            } catch (IOException e) {
                System.err.println(getName() + ": " + e);
            } catch (InterruptedException e) {
                interrupt();
            }
        }
    }
}
