package org.fennel.ext;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Start-up phases, counted down by the parts of the program. */
public enum Phase {
    LOADING(3), LINKING(2), RUNNING(0);

    private final CountDownLatch parts;
    private final AtomicInteger failures = new AtomicInteger();
    private String message = "";

    Phase(int n) {
        parts = new CountDownLatch(n);
    }

    public void partDone() {
        parts.countDown();
    }

    public void partFailed(String why) {
        failures.incrementAndGet();
        synchronized (this) {
            message = message.isEmpty() ? why : message + "; " + why;
        }
        parts.countDown();
    }

    public String await() throws InterruptedException {
        parts.await();
        synchronized (this) {
            return failures.get() == 0 ? null : message;
        }
    }
}
