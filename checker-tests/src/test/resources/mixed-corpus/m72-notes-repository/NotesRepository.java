package notes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Notes of the app. Screens use it from the main thread; the database lives on one background
 * thread and the synchronization with the server on another one.
 */
public class NotesRepository {

    private static NotesRepository instance;

    private final Executor disk = Executors.newSingleThreadExecutor();
    private final Executor network = Executors.newFixedThreadPool(2);
    private final Executor main;
    private final NotesApi api;

    /** Disk thread. */
    private final Map<Long, Note> rows = new HashMap<>();
    private long nextLocalId = -1;

    /** Main thread. */
    private final List<Consumer<List<Note>>> observers = new ArrayList<>();
    private List<Note> lastShown = List.of();

    private int pendingUploads;
    private int failedUploads;

    NotesRepository(Executor main, NotesApi api) {
        this.main = main;
        this.api = api;
    }

    /** Called by activities and by the background service. */
    public static NotesRepository get(Executor main, NotesApi api) {
        if (instance == null) { // RACE check-then-act #1
            instance = new NotesRepository(main, api); // RACE check-then-act #1
        }
        return instance;
    }

    public void observe(Consumer<List<Note>> observer) {
        observers.add(observer);
        observer.accept(lastShown);
    }

    public void save(String text) {
        disk.execute(() -> {
            Note n = new Note(nextLocalId--, text, System.currentTimeMillis());
            rows.put(n.id(), n);
            publish();
            upload(n);
        });
    }

    private void upload(Note n) {
        synchronized (this) {
            pendingUploads++;
        }
        network.execute(() -> {
            try {
                long id = api.upload(n);
                disk.execute(() -> {
                    Note local = rows.remove(n.id());
                    if (local != null) {
                        rows.put(id, new Note(id, local.text(), local.changed()));
                    }
                    publish();
                });
            } catch (RuntimeException e) {
                failedUploads++; // RACE rmw #2
            } finally {
                synchronized (this) {
                    pendingUploads--;
                }
            }
        });
    }

    /** Fetches the notes of the server. */
    public void refresh() {
        network.execute(() -> {
            for (Note n : api.download()) {
                rows.merge(n.id(), n, (a, b) -> a.changed() >= b.changed() ? a : b); // RACE unsafe-collection #3
            }
            disk.execute(this::publish);
        });
    }

    private void publish() {
        List<Note> copy = List.copyOf(rows.values());
        main.execute(() -> {
            lastShown = copy;
            for (Consumer<List<Note>> o : observers) {
                o.accept(copy);
            }
        });
    }

    public synchronized int pendingUploads() {
        return pendingUploads;
    }

    public int failedUploads() {
        return failedUploads;
    }

    /** The server. */
    public interface NotesApi {
        long upload(Note n);

        List<Note> download();
    }

    /** A note. */
    public record Note(long id, String text, long changed) {
    }
}
