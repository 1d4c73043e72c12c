package modem;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Line to a modem that executes one command at a time. The permit of the semaphore stands for the
 * line; callers are application threads.
 */
public class ModemLine {

    private final Semaphore line = new Semaphore(1, true);
    private final Port port;
    private final Deque<String> transcript = new ArrayDeque<>();
    private int commands;
    private int errors;
    private long busyNanos;
    private boolean dialled;

    public ModemLine(Port port) {
        this.port = port;
    }

    public String command(String text) throws InterruptedException {
        line.acquire();
        try {
            return exchange(text);
        } finally {
            line.release();
        }
    }

    private String exchange(String text) {
        long start = System.nanoTime();
        commands++;
        note("> " + text);
        String answer = port.exchange(text);
        note("< " + answer);
        if (answer.startsWith("ERR")) {
            errors++;
        }
        busyNanos += System.nanoTime() - start;
        return answer;
    }

    private void note(String text) {
        if (transcript.size() == 100) {
            transcript.removeFirst();
        }
        transcript.addLast(text);
    }

    /** Dials unless that has been done. */
    public boolean dial(String number, long timeoutMillis) throws InterruptedException {
        if (!line.tryAcquire(timeoutMillis, TimeUnit.MILLISECONDS)) {
            return false;
        }
        try {
            if (!dialled) {
                dialled = "CONNECT".equals(exchange("ATD" + number));
            }
            return dialled;
        } finally {
            line.release();
        }
    }

    public void hangUp() {
        line.acquireUninterruptibly();
        try {
            if (dialled) {
                exchange("ATH");
                dialled = false;
            }
        } finally {
            line.release();
        }
    }

    public double errorRate() {
        line.acquireUninterruptibly();
        try {
            return commands == 0 ? 0 : (double) errors / commands;
        } finally {
            line.release();
        }
    }

    /** The serial port. */
    public interface Port {
        String exchange(String text);
    }
}
