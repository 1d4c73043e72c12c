package ops.alarms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Operators take alarms by severity; sensors raise them from their own threads. */
public class AlarmDesk {
    private final ConcurrentSkipListMap<Integer, String> open = new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListMap<Integer, String> parked = new ConcurrentSkipListMap<>();
    private final BlockingQueue<String> journal = new LinkedBlockingQueue<>(1000);
    private final AtomicInteger ids = new AtomicInteger();

    public int raise(int severity, String text) {
        int key = severity * 1_000_000 + ids.getAndIncrement();
        open.put(key, text);
        if (!journal.offer(text)) { // MAYBE
            journal.poll(); // MAYBE
            journal.offer(text); // MAYBE
        }
        return key;
    }

    public String take() {
        Map.Entry<Integer, String> top = open.lastEntry(); // RACE check-then-act #1
        if (top == null) { // RACE check-then-act #1
            return null;
        }
        open.remove(top.getKey()); // RACE check-then-act #1
        return top.getValue();
    }

    public String takeParked() {
        Map.Entry<Integer, String> top = parked.pollLastEntry();
        return top == null ? null : top.getValue();
    }

    public boolean park(int key) {
        String text = open.remove(key);
        if (text == null) {
            return false;
        }
        parked.put(key, text);
        return true;
    }

    public void amend(int key, String note) {
        String old = open.get(key); // RACE check-then-act #2
        if (old != null) { // RACE check-then-act #2
            open.put(key, old + "; " + note); // RACE check-then-act #2
        }
    }

    public void amendParked(int key, String note) {
        String old;
        do {
            old = parked.get(key);
        } while (old != null && !parked.replace(key, old, old + "; " + note));
    }

    public List<String> drainJournal() {
        List<String> out = new ArrayList<>();
        journal.drainTo(out);
        return out;
    }
}
