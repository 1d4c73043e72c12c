package partition;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** Executes the operations of a group of partitions, one after the other. */
class PartitionThread extends Thread {

    private final BlockingQueue<Runnable> operations = new LinkedBlockingQueue<>();
    private final Consumer<Throwable> onError;
    private volatile boolean stopped;
    private long executed;

    PartitionThread(int number, Consumer<Throwable> onError) {
        super("partition-" + number);
        this.onError = onError;
    }

    void submit(Runnable operation) {
        operations.add(operation);
    }

    @Override
    public void run() {
        while (!stopped) {
            try {
                Runnable op = operations.take();
                op.run();
                executed++;
            } catch (InterruptedException e) {
                stopped = true;
            } catch (RuntimeException e) {
                onError.accept(e);
            }
        }
    }

    void shutdown() {
        stopped = true;
        interrupt();
    }
}
