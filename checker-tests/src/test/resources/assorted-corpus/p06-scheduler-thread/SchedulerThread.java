package org.tempus.core;

import java.util.Iterator;
import java.util.TreeSet;

/** The thread that fires triggers. It may be paused, halted and signalled by others. */
public class SchedulerThread extends Thread {
    private final Object sigLock = new Object();
    private boolean signaled;
    private long signaledNextFireTime;
    private boolean paused = true;
    private volatile boolean halted;
    private final TriggerStore store;
    private int acquiresFailed = 0;
    private long fired;
    private volatile long loops;

    SchedulerThread(TriggerStore store) {
        super("tempus-scheduler");
        this.store = store;
        setDaemon(true);
        start();
    }

    void togglePause(boolean pause) {
        synchronized (sigLock) {
            paused = pause;
            if (paused) {
                signalSchedulingChange(0);
            } else {
                sigLock.notifyAll();
            }
        }
    }

    void halt() {
        halted = true;
        synchronized (sigLock) {
            sigLock.notifyAll();
        }
    }

    public void signalSchedulingChange(long candidateNewNextFireTime) {
        synchronized (sigLock) {
            signaled = true;
            signaledNextFireTime = candidateNewNextFireTime;
            sigLock.notifyAll();
        }
    }

    private void clearSignaledSchedulingChange() {
        synchronized (sigLock) {
            signaled = false;
            signaledNextFireTime = 0;
        }
    }

    @Override
    public void run() {
        while (!halted) {
            loops++;
            try {
                synchronized (sigLock) {
                    while (paused && !halted) {
                        sigLock.wait(1000L);
                    }
                }
                if (halted) {
                    break;
                }
                if (acquiresFailed > 1) {
                    sleep(Math.min(600_000L, 10L * acquiresFailed));
                }
                clearSignaledSchedulingChange();
                Trigger t;
                try {
                    t = store.acquireNext(System.currentTimeMillis() + 30_000L);
                    acquiresFailed = 0;
                } catch (RuntimeException e) {
                    acquiresFailed++;
                    continue;
                }
                if (t == null) {
                    synchronized (sigLock) {
                        if (!signaled) {
                            sigLock.wait(500L);
                        }
                    }
                    continue;
                }
                t.fire();
                fired++;
            } catch (InterruptedException e) {
                // look at halted again
            }
        }
    }

    public long getLoops() {
        return loops;
    }
}

class Trigger implements Comparable<Trigger> {
    final long at;
    final Runnable job;

    Trigger(long at, Runnable job) {
        this.at = at;
        this.job = job;
    }

    void fire() {
        job.run();
    }

    @Override
    public int compareTo(Trigger o) {
        return Long.compare(at, o.at);
    }
}

class TriggerStore {
    private final TreeSet<Trigger> triggers = new TreeSet<>();
    private int misfires;

    synchronized void store(Trigger t) {
        triggers.add(t);
    }

    synchronized Trigger acquireNext(long noLaterThan) {
        Iterator<Trigger> it = triggers.iterator();
        if (!it.hasNext()) {
            return null;
        }
        Trigger t = it.next();
        if (t.at > noLaterThan) {
            return null;
        }
        it.remove();
        if (t.at < System.currentTimeMillis() - 60_000L) {
            misfires++;
        }
        return t;
    }
}
