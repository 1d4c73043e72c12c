package com.ledgerly.batch;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;

/** Nightly settlement: readers, a pool of workers, and a summary at the end. */
public class SettlementJob {

    private static final Item END = new Item("", BigDecimal.ZERO);

    /** One line of the clearing file. */
    static final class Item {
        final String account;
        final BigDecimal amount;
        private BigDecimal fee = BigDecimal.ZERO;
        private int stage;

        Item(String account, BigDecimal amount) {
            this.account = account;
            this.amount = amount;
        }

        void charge(BigDecimal f) {
            fee = fee.add(f);
            stage++;
        }
    }

    /** What one worker did. */
    static class Tally {
        int items;
        int rejected;
        BigDecimal sum = BigDecimal.ZERO;
        final Map<String, Integer> byAccount = new HashMap<>();

        void count(Item i) {
            items++;
            sum = sum.add(i.amount);
            Integer n = byAccount.get(i.account);
            byAccount.put(i.account, n == null ? 1 : n + 1);
        }

        void add(Tally o) {
            items += o.items;
            rejected += o.rejected;
            sum = sum.add(o.sum);
            o.byAccount.forEach((k, v) -> byAccount.merge(k, v, Integer::sum));
        }
    }

    private final class Worker extends Thread {
        private final Tally tally = new Tally();
        private final CountDownLatch done;

        Worker(int n, CountDownLatch done) {
            super("settle-" + n);
            this.done = done;
        }

        @Override
        public void run() {
            try {
                for (Item i = read.take(); i != END; i = read.take()) {
                    process(i);
                }
            } catch (InterruptedException e) {
                interrupt();
            } finally {
                done.countDown();
            }
        }

        private void process(Item i) throws InterruptedException {
            if (i.amount.signum() < 0) {
                tally.rejected++;
                return;
            }
            i.charge(i.amount.movePointLeft(3));
            tally.count(i);
            write.put(i);
        }
    }

    private final BlockingQueue<Item> read = new ArrayBlockingQueue<>(1000);
    private final BlockingQueue<Item> write = new ArrayBlockingQueue<>(1000);
    private BigDecimal fees = BigDecimal.ZERO;
    private int written;

    /** The one writer of the result file. */
    private void writeLoop() {
        try {
            for (Item i = write.take(); i != END; i = write.take()) {
                i.charge(BigDecimal.ONE);
                fees = fees.add(i.fee);
                written++;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public Tally run(List<Item> items, int workers) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(workers);
        List<Worker> pool = new ArrayList<>();
        for (int n = 0; n < workers; n++) {
            Worker w = new Worker(n, done);
            pool.add(w);
            w.start();
        }
        Thread writer = new Thread(this::writeLoop, "settle-writer");
        writer.start();
        for (Item i : items) {
            read.put(i);
        }
        for (int n = 0; n < workers; n++) {
            read.put(END);
        }
        done.await();
        Tally total = new Tally();
        for (Worker w : pool) {
            total.add(w.tally);
        }
        write.put(END);
        writer.join();
        if (written != total.items) {
            total.rejected += total.items - written;
        }
        total.sum = total.sum.subtract(fees);
        return total;
    }
}
