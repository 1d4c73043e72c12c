package seats;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Books seats asynchronously. */
public class BookingDesk {

    private final ExecutorService pool = Executors.newFixedThreadPool(6);
    private final Map<String, SeatMap> shows = new ConcurrentHashMap<>();
    private final Deque<String> waitlist = new ArrayDeque<>();
    private int sold;

    public CompletableFuture<Boolean> book(String show, int seat, String customer) {
        return CompletableFuture.supplyAsync(() -> map(show).claim(seat, customer), pool)
                .thenApply(ok -> {
                    if (ok) {
                        onSold(1);
                    } else {
                        enlist(customer);
                    }
                    return ok;
                });
    }

    public CompletableFuture<Integer> bookGroup(String show, int count, String customer) {
        return CompletableFuture.supplyAsync(() -> {
            SeatMap map = map(show);
            int from = map.claimRow(count, customer);
            if (from >= 0) {
                onSold(count);
                for (int i = 0; i < Math.min(count, 2); i++) {
                    map.markVip(from + i);
                }
            }
            return from;
        }, pool);
    }

    public CompletableFuture<Boolean> rebook(String show, int from, int to, String customer) {
        return CompletableFuture.supplyAsync(() -> map(show).move(from, to, customer), pool);
    }

    public CompletableFuture<Integer> bookAll(String show, List<Integer> seats, String customer) {
        List<CompletableFuture<Boolean>> all = seats.stream().map(s -> book(show, s, customer)).toList();
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).thenApply(v -> {
            int booked = 0;
            for (CompletableFuture<Boolean> f : all) {
                if (f.join()) {
                    booked++;
                }
            }
            return booked;
        });
    }

    private SeatMap map(String show) {
        return shows.computeIfAbsent(show, s -> new SeatMap(64));
    }

    private synchronized void onSold(int n) {
        sold += n;
    }

    private void enlist(String customer) {
        synchronized (waitlist) {
            if (!waitlist.contains(customer)) {
                waitlist.addLast(customer);
            }
        }
    }

    public String nextWaiting() {
        synchronized (waitlist) {
            return waitlist.pollFirst();
        }
    }

    public synchronized int sold() {
        return sold;
    }
}
