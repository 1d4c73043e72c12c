package logs.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** Merges log files; one task object per file, all of them feed the same summary. */
public class LogMerger {
    static class Summary {
        long lines;
        long errors;
        int files;
        final List<String> samples = new ArrayList<>();
    }

    static class MergeTask extends Thread {
        private final Summary summary;
        private final List<String> input;
        private final ReentrantLock lock = new ReentrantLock();

        MergeTask(Summary summary, List<String> input) {
            this.summary = summary;
            this.input = input;
        }

        @Override
        public void run() {
            for (String line : input) {
                line(line);
            }
            synchronized (summary) {
                summary.files++;
            }
        }

        private synchronized void line(String line) { // MAYBE
            summary.lines++; // RACE wrong-lock
            if (line.contains("ERROR")) {
                lock.lock(); // RACE wrong-lock #2
                try {
                    summary.errors++; // RACE wrong-lock #2
                } finally {
                    lock.unlock();
                }
                Object guard = new Object(); // RACE wrong-lock #3
                synchronized (guard) { // RACE wrong-lock #3
                    summary.samples.add(line); // RACE wrong-lock #3
                }
            }
        }
    }

    static Summary merge(List<List<String>> files) throws InterruptedException {
        Summary summary = new Summary();
        List<MergeTask> tasks = new ArrayList<>();
        for (List<String> f : files) {
            MergeTask t = new MergeTask(summary, f);
            t.start();
            tasks.add(t);
        }
        for (MergeTask t : tasks) {
            t.join();
        }
        summary.samples.add("-- " + summary.files + " files");
        return summary;
    }
}
