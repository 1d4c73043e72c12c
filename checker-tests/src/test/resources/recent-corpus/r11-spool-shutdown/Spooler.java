package r11spoolshutdown;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Writes receipts in blocks; what is left is written by the shutdown hook. */
public class Spooler {

    private static final int BLOCK = 64;

    private final BlockingQueue<String> queue = new LinkedBlockingQueue<>();
    private final List<String> block = new ArrayList<>();
    private final Consumer<List<String>> printer;
    private final Thread worker;
    private volatile boolean stopping;
    private long printed;

    public Spooler(Consumer<List<String>> printer) {
        this.printer = printer;
        this.worker = new Thread(this::drain, "spooler");
    }

    public void start() {
        worker.start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::finish, "spooler-shutdown"));
    }

    public void print(String receipt) {
        if (stopping) {
            throw new IllegalStateException("shutting down");
        }
        queue.add(receipt); // MAYBE
    }

    private void drain() {
        try {
            while (!stopping) {
                String receipt = queue.poll(200, TimeUnit.MILLISECONDS);
                if (receipt != null) {
                    add(receipt);
                }
            }
        } catch (InterruptedException e) {
            stopping = true;
        }
    }

    private void add(String receipt) {
        block.add(receipt);
        if (block.size() == BLOCK) {
            flush();
        }
    }

    private void flush() {
        printer.accept(List.copyOf(block));
        printed += block.size();
        block.clear();
    }

    private void finish() {
        stopping = true;
        boolean interrupted = false;
        while (true) {
            try {
                worker.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        for (String rest = queue.poll(); rest != null; rest = queue.poll()) {
            add(rest);
        }
        if (!block.isEmpty()) {
            flush();
        }
        System.out.println("printed " + printed);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
