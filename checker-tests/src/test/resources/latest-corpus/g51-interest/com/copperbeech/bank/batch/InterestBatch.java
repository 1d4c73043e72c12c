package com.copperbeech.bank.batch;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The nightly interest run. */
public class InterestBatch {
    private final ExecutorService pool = Executors.newWorkStealingPool();
    private final Map<LocalDate, Long> paidByDay = new TreeMap<>();
    private long skipped;

    /** Runs one day. Days are run one after the other by the batch's main thread. */
    public long runDay(LocalDate day, List<Deposit> deposits) throws InterruptedException, ExecutionException {
        List<Callable<Long>> tasks = new ArrayList<>(deposits.size());
        for (Deposit d : deposits) {
            tasks.add(() -> {
                long i = d.accrue();
                if (i == 0) {
                    skipped++; // RACE read-modify-write #2
                    return 0L;
                }
                d.owner().creditInterest(i);
                if (i > 10_000) {
                    d.owner().creditBonus(i / 100);
                }
                return i;
            });
        }
        long paid = 0;
        for (Future<Long> f : pool.invokeAll(tasks)) {
            paid += f.get();
        }
        Long before = paidByDay.get(day);
        paidByDay.put(day, before == null ? paid : before + paid);
        return paid;
    }

    public void statements(Collection<Customer> customers, PrintStream out) {
        for (Customer c : customers) {
            c.printed();
            out.println(c.name() + ": " + c.interestCents() + " + " + c.bonusCents());
        }
    }

    public long skipped() {
        return skipped;
    }
}
