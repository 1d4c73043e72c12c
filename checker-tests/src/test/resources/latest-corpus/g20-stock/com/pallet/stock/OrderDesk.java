package com.pallet.stock;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Works through the orders with a few clerks. */
public class OrderDesk {
    private final StockBook book;
    private final BlockingQueue<Order> inbox = new ArrayBlockingQueue<>(1000);
    private final Thread[] clerks;

    public OrderDesk(StockBook book, int clerkCount) {
        this.book = book;
        this.clerks = new Thread[clerkCount];
        for (int i = 0; i < clerkCount; i++) {
            clerks[i] = new Thread(this::work, "clerk-" + i);
            clerks[i].start();
        }
    }

    public void place(Order o) throws InterruptedException {
        inbox.put(o);
    }

    private void work() {
        try {
            while (true) {
                Order o = inbox.take();
                o.attempts++;
                if (o.shipNow ? book.ship(o.article, o.amount) : book.promise(o.article, o.amount)) {
                    o.status = "ok";
                } else if (o.attempts < 3) {
                    inbox.offer(o);
                } else {
                    o.status = "short";
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public static final class Order {
        final String article;
        final int amount;
        final boolean shipNow;
        int attempts;
        volatile String status = "new";

        public Order(String article, int amount, boolean shipNow) {
            this.article = article;
            this.amount = amount;
            this.shipNow = shipNow;
        }

        public String status() {
            return status;
        }
    }
}
