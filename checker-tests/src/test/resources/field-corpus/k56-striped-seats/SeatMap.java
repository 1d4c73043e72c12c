package k56;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.Multimaps;
import com.google.common.collect.SetMultimap;
import com.google.common.util.concurrent.Striped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Lock;

/** Seats of many shows; every show's state changes under its stripe. */
public class SeatMap {
    private final Striped<Lock> locks = Striped.lock(64);
    private final Map<String, Show> shows = new ConcurrentHashMap<>();
    private final SetMultimap<String, String> watchers =
            Multimaps.synchronizedSetMultimap(HashMultimap.create());
    private final ExecutorService clerks = Executors.newFixedThreadPool(10);

    private static final class Show {
        int free;
        long revision;
        final Map<Integer, String> taken = new java.util.HashMap<>();

        Show(int free) {
            this.free = free;
        }
    }

    public void open(String show, int seats) {
        shows.putIfAbsent(show, new Show(seats));
    }

    public void bookLater(String show, int seat, String guest) {
        clerks.execute(() -> book(show, seat, guest));
    }

    boolean book(String showId, int seat, String guest) {
        Lock lock = locks.get(showId);
        lock.lock();
        try {
            Show show = shows.get(showId);
            if (show == null || show.free == 0 || show.taken.containsKey(seat)) {
                watchers.put(showId, guest);
                return false;
            }
            show.taken.put(seat, guest);
            show.free--;
            show.revision++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    public void release(String showId, int seat) {
        Lock lock = locks.get(showId);
        lock.lock();
        try {
            Show show = shows.get(showId);
            if (show != null && show.taken.remove(seat) != null) {
                show.free++;
                show.revision++;
            }
        } finally {
            lock.unlock();
        }
    }
}
