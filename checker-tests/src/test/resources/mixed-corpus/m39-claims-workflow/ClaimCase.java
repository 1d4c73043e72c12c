package claims;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** An insurance claim on its way through the departments; shared by all clerks' sessions. */
public class ClaimCase {

    private final String number;
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.REPORTED);
    private final List<String> history = new ArrayList<>();
    private final Map<Stage, Instant> reached = new EnumMap<>(Stage.class);
    private volatile String assignee;
    private volatile int reopenings;

    public ClaimCase(String number) {
        this.number = number;
        reached.put(Stage.REPORTED, Instant.now());
    }

    /** Moves on to the next stage; exactly one of several callers wins. */
    public boolean advance(Stage from, Stage to) {
        if (!from.next().contains(to)) {
            throw new IllegalArgumentException(from + " -> " + to);
        }
        if (!stage.compareAndSet(from, to)) {
            return false;
        }
        note(from + " -> " + to);
        synchronized (reached) {
            reached.putIfAbsent(to, Instant.now());
        }
        return true;
    }

    /** Takes the case unless somebody else has it. */
    public boolean assign(String clerk) {
        if (assignee != null && !assignee.equals(clerk)) { // RACE check-then-act #1
            return false;
        }
        assignee = clerk; // RACE check-then-act #1
        note("assigned to " + clerk);
        return true;
    }

    public boolean reopen() {
        if (stage.get() == Stage.CLOSED) { // RACE atomic-compound #2
            stage.set(Stage.REVIEW); // RACE atomic-compound #2
            reopenings++; // RACE rmw #3
            note("reopened");
            return true;
        }
        return false;
    }

    private void note(String text) {
        synchronized (history) {
            history.add(Instant.now() + " " + text);
        }
    }

    public List<String> history() {
        synchronized (history) {
            return List.copyOf(history);
        }
    }

    public Instant reachedAt(Stage s) {
        synchronized (reached) {
            return reached.get(s);
        }
    }

    public Stage stage() {
        return stage.get();
    }

    public String number() {
        return number;
    }

    public int reopenings() {
        return reopenings;
    }

    /** Stages of a claim. */
    public enum Stage {
        REPORTED, REVIEW, APPROVED, REJECTED, CLOSED;

        Set<Stage> next() {
            return switch (this) {
                case REPORTED -> EnumSet.of(REVIEW, REJECTED);
                case REVIEW -> EnumSet.of(APPROVED, REJECTED);
                case APPROVED, REJECTED -> EnumSet.of(CLOSED);
                case CLOSED -> EnumSet.noneOf(Stage.class);
            };
        }
    }
}
