package com.ledgerly.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Collects audit records of all requests and ships them in bulk. */
public class AuditTrail {

    private static final int BULK = 500;

    private final BulkSink sink;
    private final ScheduledExecutorService flusher = Executors.newScheduledThreadPool(1);
    private List<String> buffer = new ArrayList<String>();
    private final List<String> rejected = new ArrayList<String>();
    private List<String> alerts = new ArrayList<String>();
    private Integer dropped = 0;
    private int shipped;

    public AuditTrail(BulkSink sink) {
        this.sink = sink;
    }

    public void start() {
        flusher.scheduleWithFixedDelay(this::flush, 1, 1, TimeUnit.SECONDS);
    }

    public void record(String who, String what) {
        String line = who + '|' + what;
        synchronized (buffer) {
            buffer.add(line); // RACE wrong-lock #1
        }
        if (what.startsWith("DELETE")) {
            alert(line);
        }
    }

    private void alert(String line) {
        synchronized (rejected) {
            alerts.add(line);
        }
    }

    void flush() {
        List<String> out;
        synchronized (buffer) {
            out = buffer;
            buffer = new ArrayList<String>(BULK); // RACE wrong-lock #1
        }
        List<String> urgent;
        synchronized (rejected) {
            urgent = alerts;
            alerts = new ArrayList<String>();
        }
        ship(urgent);
        ship(out);
    }

    private void ship(List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        try {
            sink.send(lines);
            shipped += lines.size();
        } catch (Exception e) {
            reject(lines);
        }
    }

    private void reject(List<String> lines) {
        synchronized (rejected) {
            if (rejected.size() < 10 * BULK) {
                rejected.addAll(lines);
                return;
            }
        }
        drop(lines.size());
    }

    /** Also called by the servlet filter when the request is too big to be audited. */
    public void drop(int n) {
        synchronized (dropped) {
            dropped += n; // RACE wrong-lock
        }
    }

    public void stop() throws InterruptedException {
        flusher.shutdown();
        if (flusher.awaitTermination(5, TimeUnit.SECONDS)) {
            flush();
        }
    }
}
