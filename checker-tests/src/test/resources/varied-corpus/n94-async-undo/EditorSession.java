package edit.collab;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** A document edited by several people; each client has a thread on the server. */
public class EditorSession {
    private static final class Doc {
        final String text;
        final int revision;

        Doc(String text, int revision) {
            this.text = text;
            this.revision = revision;
        }
    }

    private volatile Doc doc = new Doc("", 0);
    private final AtomicReference<Doc> draft = new AtomicReference<>(new Doc("", 0));
    private final Deque<Doc> undo = new ArrayDeque<>();
    private final Object undoLock = new Object();
    private final ExecutorService clients = Executors.newCachedThreadPool();

    public void typeLater(String s) {
        clients.execute(() -> type(s));
    }

    private void type(String s) {
        Doc before = doc; // RACE atomic-compound #1
        synchronized (undoLock) {
            undo.push(before);
            while (undo.size() > 100) {
                undo.removeLast();
            }
        }
        doc = new Doc(before.text + s, before.revision + 1); // RACE atomic-compound #1
    }

    public boolean undo() {
        Doc last;
        synchronized (undoLock) {
            last = undo.poll();
        }
        if (last == null) {
            return false;
        }
        doc = last; // MAYBE
        return true;
    }

    public void draftLater(String s) {
        clients.execute(() -> {
            Doc d;
            do {
                d = draft.get();
            } while (!draft.compareAndSet(d, new Doc(d.text + s, d.revision + 1)));
        });
    }

    public boolean commitDraft(int revision) {
        Doc d = draft.get();
        if (d.revision != revision) {
            return false;
        }
        return draft.compareAndSet(d, new Doc("", 0));
    }

    public String text() {
        return doc.text;
    }
}
