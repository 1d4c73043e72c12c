package com.ledgerly.reports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Service;

/** Renders reports in the background. */
@Service
public class ReportService {
    private static final Logger log = LoggerFactory.getLogger(ReportService.class);

    private final AtomicInteger running = new AtomicInteger();
    private final List<String> failed = Collections.synchronizedList(new ArrayList<>());
    private int rendered;
    private long pagesTotal;
    private int warmedUp;

    public ReportService() {
        warmedUp++;
    }

    @Async
    public CompletableFuture<byte[]> render(String template, int pages) {
        if (running.incrementAndGet() > 32) {
            log.warn("{} reports at once", running.get());
        }
        try {
            StringBuilder out = new StringBuilder();
            int page = 0;
            while (page < pages) {
                out.append(template).append(' ').append(++page).append('\f');
            }
            account(pages);
            return CompletableFuture.completedFuture(out.toString().getBytes());
        } catch (RuntimeException e) {
            failed.add(template);
            return CompletableFuture.failedFuture(e);
        } finally {
            running.decrementAndGet();
        }
    }

    private void account(int pages) {
        rendered++; // RACE rmw
        pagesTotal += pages; // RACE rmw
    }

    /** Hands the failures to the operator's page. */
    public List<String> takeFailures() {
        List<String> copy = new ArrayList<>(failed); // RACE check-then-act #1
        failed.clear(); // RACE check-then-act #1
        return copy;
    }

    public List<String> drainFailures() {
        synchronized (failed) {
            List<String> copy = new ArrayList<>(failed);
            failed.clear();
            return copy;
        }
    }

    public String status() {
        return rendered + " reports, " + pagesTotal + " pages, warm " + warmedUp;
    }
}
