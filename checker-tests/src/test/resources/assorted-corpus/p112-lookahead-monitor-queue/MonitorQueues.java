package edu.oldschool.sync;

import java.util.LinkedList;
import java.util.List;
import java.util.NoSuchElementException;

/** wait/notify queues of several students. */
public class MonitorQueues {

    public static class Correct {
        private final LinkedList<Object> items = new LinkedList<Object>();
        private int waiting;

        public synchronized void put(Object o) {
            items.addLast(o);
            if (waiting > 0) {
                notify();
            }
        }

        public synchronized Object take() throws InterruptedException {
            while (items.isEmpty()) {
                waiting++;
                try {
                    wait();
                } finally {
                    waiting--;
                }
            }
            return items.removeFirst();
        }
    }

    public static class SizeFirst {
        private final LinkedList<Object> items = new LinkedList<Object>();
        private int taken;

        public synchronized int size() {
            return items.size();
        }

        public synchronized void put(Object o) {
            items.addLast(o);
        }

        public synchronized Object remove() {
            if (items.isEmpty()) {
                throw new NoSuchElementException();
            }
            return items.removeFirst();
        }

        /** Each call is synchronized, the pair of them is not. */
        public Object poll() {
            if (size() > 0) { // RACE split-lock #1
                return remove(); // RACE split-lock #1
            }
            return null;
        }

        public synchronized Object pollLocked() {
            if (size() > 0) {
                taken++;
                return remove();
            }
            return null;
        }
    }

    public static class TwoLocks {
        private final List<Object> items = new LinkedList<Object>();
        private final Object putLock = new Object();
        private final Object takeLock = new Object();
        private int puts;
        private int takes;

        public void put(Object o) {
            synchronized (putLock) {
                items.add(o); // RACE wrong-lock #2
                puts++;
            }
        }

        public Object poll() {
            synchronized (takeLock) {
                if (items.isEmpty()) {
                    return null;
                }
                takes++;
                return items.remove(0); // RACE wrong-lock #2
            }
        }
    }

    public static class Accounted extends SizeFirst {
        private long total;

        @Override
        public synchronized void put(Object o) {
            super.put(o);
            total++;
        }

        public void putTwice(Object o) {
            synchronized (this) {
                super.put(o);
                super.put(o);
                total += 2;
            }
        }

        @Override
        public Object remove() {
            Object o = super.remove();
            total--; // RACE rmw
            return o;
        }
    }
}
