package reminders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

public class ReminderService {

    public interface Listener {
        void due(String text);
    }

    private final Timer timer = new Timer("reminders", true);
    private final Map<Integer, TimerTask> scheduled = new HashMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<String> history = new ConcurrentLinkedQueue<>();
    private int nextId = 1;
    private int fired;
    private String lastText = "";

    /** Called by the threads of the HTTP server. */
    public int schedule(String text, Instant when) {
        int id;
        synchronized (this) {
            id = nextId++;
        }
        TimerTask task = new TimerTask() {
            private int attempts;

            @Override
            public void run() {
                attempts++;
                fire(id, text, attempts);
            }
        };
        scheduled.put(id, task); // RACE unguarded-collection #1
        timer.schedule(task, Date.from(when), 60_000);
        return id;
    }

    private void fire(int id, String text, int attempt) {
        fired++;
        lastText = text;
        history.add(text);
        for (Listener l : listeners) {
            l.due(text);
        }
        if (attempt >= 3) {
            TimerTask task = scheduled.remove(id); // RACE unguarded-collection #1
            if (task != null) {
                task.cancel();
            }
        }
    }

    public boolean cancel(int id) {
        TimerTask task = scheduled.remove(id); // RACE unguarded-collection #1
        return task != null && task.cancel();
    }

    public List<String> drainHistory() {
        List<String> out = new ArrayList<>();
        String s;
        while ((s = history.poll()) != null) {
            out.add(s);
        }
        return out;
    }

    public void addListener(Listener l) {
        listeners.add(l);
    }

    public void startReport() {
        timer.schedule(new TimerTask() {
            private int previous;

            @Override
            public void run() {
                int since = fired - previous;
                previous = fired;
                System.out.println(since + " reminders, last: " + lastText);
            }
        }, 3_600_000, 3_600_000);
    }

    public void stop() {
        timer.cancel();
    }
}
