package com.millrace.etl;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Runs jobs, each on its own thread, and waits. */
final class Crew {
    private Crew() {
    }

    static void allHands(Collection<? extends Runnable> jobs) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        int n = 0;
        for (Runnable r : jobs) {
            Thread t = new Thread(r, "crew-" + n++);
            threads.add(t);
            t.start();
        }
        for (Thread t : threads) {
            t.join();
        }
    }
}
