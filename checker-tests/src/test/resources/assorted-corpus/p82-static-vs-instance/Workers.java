package net.ant.farm;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Each worker is a thread object; statics are the farm's, instance fields the worker's. */
public class Workers {
    static class Ant extends Thread {
        private static int carried;
        private static int born;
        private static long distance;
        private static final AtomicInteger DEAD = new AtomicInteger();
        private static final Object NEST = new Object();
        private static int stored;

        private int steps;
        private int load;
        private final List<String> diary = new ArrayList<String>();

        Ant() {
            born++; // MAYBE
            setDaemon(true);
        }

        @Override
        public void run() {
            for (int i = 0; i < 10000; i++) {
                step();
                if (load == 5) {
                    deliver();
                }
            }
            diary.add("done after " + steps);
            DEAD.incrementAndGet();
        }

        private synchronized void step() {
            steps++;
            load++;
            distance += 2; // RACE wrong-lock
        }

        private void deliver() {
            carried += load; // RACE rmw
            synchronized (NEST) {
                stored += load;
            }
            load = 0;
            if (steps % 100 == 0) {
                diary.add("at " + steps);
            }
        }
    }

    public int run(int n) throws InterruptedException {
        List<Ant> ants = new ArrayList<Ant>();
        for (int i = 0; i < n; i++) {
            ants.add(new Ant());
        }
        for (Ant a : ants) {
            a.start();
        }
        int steps = 0;
        for (Ant a : ants) {
            a.join();
            steps += a.steps;
        }
        synchronized (Ant.NEST) {
            return steps + Ant.stored;
        }
    }
}
