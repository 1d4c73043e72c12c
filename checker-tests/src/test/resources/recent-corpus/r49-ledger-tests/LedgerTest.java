package r49ledgertests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class LedgerTest {

    static final class Ledger {
        private final Map<String, Long> entries = new HashMap<>();
        private int bookings;

        synchronized void book(String account, long cents) {
            Long before = entries.get(account);
            entries.put(account, before == null ? cents : before + cents);
            bookings++;
        }

        synchronized long of(String account) {
            return entries.getOrDefault(account, 0L);
        }

        synchronized int bookings() {
            return bookings;
        }
    }

    private final ExecutorService pool = Executors.newFixedThreadPool(4);
    private Ledger ledger;
    private int expected;
    private boolean reached;

    @BeforeEach
    void setUp() {
        ledger = new Ledger();
        expected = 0;
    }

    @AfterEach
    void tearDown() throws InterruptedException {
        pool.shutdown();
        assertTrue(pool.awaitTermination(5, TimeUnit.SECONDS));
    }

    @RepeatedTest(10)
    void parallelBookingsAddUp() throws Exception {
        List<Future<Integer>> results = new ArrayList<>();
        CountDownLatch go = new CountDownLatch(1);
        for (int t = 0; t < 4; t++) {
            String account = "A" + t % 2;
            results.add(pool.submit(() -> {
                int mine = 0;
                go.await();
                for (int i = 0; i < 1000; i++) {
                    ledger.book(account, 5);
                    mine++;
                }
                return mine;
            }));
        }
        go.countDown();
        for (Future<Integer> result : results) {
            expected += result.get();
        }
        assertEquals(expected, ledger.bookings());
        assertEquals(10_000, ledger.of("A0"));
    }

    @Test
    void bookingIsVisible() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        int[] steps = new int[1];
        pool.execute(() -> {
            ledger.book("B", 7);
            steps[0]++;
            reached = true;
            done.countDown();
        });
        assertTrue(done.await(5, TimeUnit.SECONDS));
        steps[0]++;
        assertTrue(reached);
        assertEquals(2, steps[0]);
        assertEquals(7, ledger.of("B"));
    }
}
