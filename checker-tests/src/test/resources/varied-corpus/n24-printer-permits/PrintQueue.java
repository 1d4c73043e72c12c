package office.print;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;

public class PrintQueue {
    private final Semaphore mutex = new Semaphore(1);
    private final Semaphore trays = new Semaphore(4, true);
    private final Deque<String> history = new ArrayDeque<>();
    private int jobs;
    private long sheets;
    private int jams;

    public void submit(String document, int pages) throws InterruptedException {
        mutex.acquire();
        try {
            jobs++;
            history.addLast(document);
            if (history.size() > 100) {
                history.removeFirst();
            }
        } finally {
            mutex.release();
        }
        trays.acquire();
        try {
            if (pages > 500) {
                jams++; // RACE wrong-lock
            }
            sheets += pages; // RACE wrong-lock
        } finally {
            trays.release();
        }
    }

    public int jobs() throws InterruptedException {
        mutex.acquire();
        try {
            return jobs;
        } finally {
            mutex.release();
        }
    }

    public String summary() {
        return sheets + " sheets, " + jams + " jams";
    }
}
