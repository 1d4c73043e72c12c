package com.inkwell.editor;

import java.util.concurrent.locks.ReentrantLock;

public class Document {
    private final StringBuffer text = new StringBuffer();
    private final History history = new History(1000);
    private final ReentrantLock lock = new ReentrantLock();
    private int length;
    private volatile String title = "";

    public void insert(String author, int position, String s) {
        lock.lock();
        try {
            int at = Math.min(position, length);
            text.insert(at, s);
            length += s.length();
        } finally {
            lock.unlock();
        }
        history.apply(new History.Edit(author, position, s));
    }

    /** Appends a line of the change log; each line ends with a line feed. */
    public void log(String line) {
        text.append(line + "\n");
        lock.lock();
        try {
            length = text.length();
        } finally {
            lock.unlock();
        }
    }

    /** First come, first served: an untitled document takes the first title. */
    public void suggestTitle(String t) {
        if (title.isEmpty()) {
            title = t; // RACE check-then-act #3
        }
    }

    public void retitle(String t) {
        title = t;
    }

    public History history() {
        return history;
    }
}
