package k70;

import java.util.List;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts letters with one row of cells per worker; merged after everybody has arrived. */
public class LetterHistogram {
    private final long[][] cells;
    private final long[] merged = new long[26];
    private final AtomicInteger nextLine = new AtomicInteger();
    private final Phaser phaser = new Phaser(1);
    private int otherChars;

    public LetterHistogram(int workers) {
        cells = new long[workers][26];
    }

    public long[] count(List<String> lines) {
        for (int w = 0; w < cells.length; w++) {
            phaser.register();
            new Worker(w, lines).start();
        }
        phaser.arriveAndAwaitAdvance();
        for (long[] row : cells) {
            for (int i = 0; i < 26; i++) {
                merged[i] += row[i];
                row[i] = 0;
            }
        }
        return merged.clone();
    }

    private final class Worker extends Thread {
        private final int index;
        private final List<String> lines;
        private int done;

        Worker(int index, List<String> lines) {
            this.index = index;
            this.lines = lines;
        }

        @Override
        public void run() {
            try {
                int n;
                while ((n = nextLine.getAndIncrement()) < lines.size()) {
                    for (char c : lines.get(n).toCharArray()) {
                        if (c >= 'a' && c <= 'z') {
                            cells[index][c - 'a']++;
                        } else {
                            otherChars++; // RACE rmw #1
                        }
                    }
                    done++;
                }
            } finally {
                phaser.arriveAndDeregister();
                setName("worker " + index + " did " + done);
            }
        }
    }

    public int otherChars() {
        return otherChars;
    }
}
