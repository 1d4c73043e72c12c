package pipelinestage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A stage of a pipeline. Stages may be wired and fed by several threads at once; a stage has at most
 * one successor.
 */
public class Stage<I, O> {

    private final Function<? super I, ? extends O> function;
    private final Object inputLock = new Object();
    private volatile Stage<? super O, ?> next;
    private List<I> early = new ArrayList<>();
    private Thread owner;
    private long processed;

    public Stage(Function<? super I, ? extends O> function) {
        this.function = function;
    }

    public <R> Stage<O, R> then(Stage<O, R> successor) {
        Check.state(next == null, "already has a successor"); // RACE check-then-act #1
        next = successor; // RACE check-then-act #1
        return successor;
    }

    public synchronized void detach() {
        Check.state(next != null, "no successor");
        next = null;
    }

    public void acquire() {
        synchronized (inputLock) {
            Check.state(owner == null, "owned by " + owner);
            owner = Thread.currentThread();
        }
    }

    public void release() {
        synchronized (inputLock) {
            Check.state(owner == Thread.currentThread(), "not the owner");
            owner = null;
            List<I> waiting = early;
            early = new ArrayList<>();
            for (I item : waiting) {
                process(item);
            }
        }
    }

    public void feed(I item) {
        synchronized (inputLock) {
            if (owner != null && owner != Thread.currentThread()) {
                early.add(item);
                return;
            }
            process(item);
        }
    }

    private void process(I item) {
        processed++;
        O out = function.apply(item);
        Stage<? super O, ?> n = next;
        if (n != null && out != null) {
            n.feed(out);
        }
    }

    public long processed() {
        synchronized (inputLock) {
            return processed;
        }
    }
}
