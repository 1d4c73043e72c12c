package org.larkmq.client;

/** Completed once by the receiver thread; publishers wait. */
public class Token {
    private final Object monitor = new Object();
    private boolean done;
    private int waiters;
    private String error;

    void complete() {
        synchronized (monitor) {
            if (!done) {
                done = true;
                monitor.notifyAll();
            }
        }
    }

    void fail(String message) {
        synchronized (monitor) {
            error = error == null ? message : error + "; " + message;
        }
        complete();
    }

    public boolean await(long millis) throws InterruptedException {
        long end = System.currentTimeMillis() + millis;
        synchronized (monitor) {
            waiters++;
            while (!done) {
                long left = end - System.currentTimeMillis();
                if (left <= 0) {
                    waiters--;
                    return false;
                }
                monitor.wait(left);
            }
            waiters--;
            return error == null;
        }
    }
}
