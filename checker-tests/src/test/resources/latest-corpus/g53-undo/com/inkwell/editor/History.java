package com.inkwell.editor;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;

/** Edits of a shared document, newest last. Several sessions edit the same document. */
public class History {
    private final ConcurrentLinkedDeque<Edit> done = new ConcurrentLinkedDeque<>();
    private final ConcurrentLinkedDeque<Edit> undone = new ConcurrentLinkedDeque<>();
    private final int limit;
    private volatile int revision;
    private final AtomicInteger saves = new AtomicInteger();

    public History(int limit) {
        this.limit = limit;
    }

    public int apply(Edit e) {
        done.addLast(e);
        while (done.size() > limit) {
            done.pollFirst(); // MAYBE
        }
        int r = revision + 1;
        revision = r; // RACE read-modify-write #1
        return r;
    }

    /** Takes back the newest edit of the given author, if it is the newest of all. */
    public Edit undo(String author) {
        Edit last = done.peekLast();
        if (last == null || !last.author().equals(author)) {
            return null;
        }
        done.removeLast(); // RACE check-then-act #2
        undone.addLast(last); // RACE check-then-act #2
        return last;
    }

    public Edit redo() {
        Edit e = undone.pollLast();
        if (e != null) {
            done.addLast(e);
        }
        return e;
    }

    /** Removes one certain edit from the list of the undone. */
    public boolean forget(Edit e) {
        return undone.remove(e);
    }

    public int saved() {
        return saves.incrementAndGet();
    }

    public record Edit(String author, int position, String text) {
    }
}
