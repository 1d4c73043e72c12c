package spool;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Print jobs of a site. Spool and printers share one monitor, which the site creates. */
final class Spool {

    private final Object monitor;
    private final Deque<Job> jobs = new ArrayDeque<>();
    private int nextNumber = 1;
    private long pages;

    Spool(Object monitor) {
        this.monitor = monitor;
    }

    int submit(String owner, int pageCount) {
        synchronized (monitor) {
            Job job = new Job(nextNumber++, owner, pageCount);
            jobs.addLast(job);
            pages += pageCount;
            monitor.notifyAll();
            return job.number();
        }
    }

    /** Called with the site's monitor held. */
    Job takeLocked() {
        Job j = jobs.pollFirst();
        if (j != null) {
            pages -= j.pages();
        }
        return j;
    }

    /** Called with the site's monitor held. */
    void putBackLocked(Job j) {
        jobs.addFirst(j);
        pages += j.pages();
    }

    List<Job> pending() {
        synchronized (monitor) {
            return new ArrayList<>(jobs);
        }
    }

    long pages() {
        synchronized (monitor) {
            return pages;
        }
    }

    record Job(int number, String owner, int pages) {
    }
}
