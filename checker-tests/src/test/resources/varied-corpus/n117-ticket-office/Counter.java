package events.tickets;

/** A sales counter; several of them work on the same pool. */
class Counter implements Runnable {
    private final TicketPool pool;
    private final int customers;
    private int refused;

    Counter(TicketPool pool, int customers) {
        this.pool = pool;
        this.customers = customers;
    }

    public void run() {
        for (int i = 0; i < customers; i++) {
            if (i % 2 == 0) {
                if (pool.getRemaining() > 0) { // RACE check-then-act #1
                    pool.setRemaining(pool.getRemaining() - 1); // RACE check-then-act #1
                    pool.setSold(pool.getSold() + 1); // RACE check-then-act #2
                    pool.setLastBuyer("customer " + i);
                }
            } else if (!pool.sell("customer " + i, 2)) {
                refused++;
            }
            if (i % 100 == 99) {
                synchronized (pool) {
                    pool.setRemaining(pool.getRemaining() + 5);
                }
            }
        }
    }

    int refused() {
        return refused;
    }

    static void open(TicketPool pool) throws InterruptedException {
        Counter[] counters = new Counter[4];
        Thread[] threads = new Thread[4];
        for (int i = 0; i < 4; i++) {
            counters[i] = new Counter(pool, 1000);
            threads[i] = new Thread(counters[i]);
            threads[i].start();
        }
        int refused = 0;
        for (int i = 0; i < 4; i++) {
            threads[i].join();
            refused += counters[i].refused();
        }
        pool.setSold(pool.getSold() + 1);
        System.out.println(pool + ", " + refused + " refused");
    }
}
