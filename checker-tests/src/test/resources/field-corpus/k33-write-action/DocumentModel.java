package k33;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** The editor's text model: reads in read actions, changes in write actions. */
public class DocumentModel {
    private final AppLock app;
    private final StringBuilder text = new StringBuilder();
    private final List<int[]> markers = new ArrayList<>();
    private long modificationStamp;
    private int lineCount = 1;

    public DocumentModel(AppLock app) {
        this.app = app;
    }

    public void insertString(int offset, String s) {
        app.runWriteAction(() -> {
            text.insert(offset, s);
            lineCount += countBreaks(s);
            shiftMarkers(offset, s.length());
            modificationStamp++;
        });
    }

    public void deleteString(int from, int to) {
        app.runWriteAction(() -> {
            String gone = text.substring(from, to);
            text.delete(from, to);
            lineCount -= countBreaks(gone);
            shiftMarkers(from, from - to);
            modificationStamp++;
        });
    }

    public void addMarker(int start, int end) {
        app.runWriteAction(() -> markers.add(new int[] {start, end}));
    }

    private void shiftMarkers(int offset, int by) {
        for (int[] m : markers) {
            if (m[0] >= offset) {
                m[0] += by;
            }
            if (m[1] >= offset) {
                m[1] += by;
            }
        }
    }

    public String getText() throws Exception {
        return app.computeReadAction(text::toString);
    }

    public long getModificationStamp() throws Exception {
        return app.computeReadAction(() -> modificationStamp);
    }

    private static int countBreaks(String s) {
        int n = 0;
        for (int i = 0; i < s.length(); i++) {
            if (s.charAt(i) == '\n') {
                n++;
            }
        }
        return n;
    }
}

final class AppLock {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

    void runWriteAction(Runnable action) {
        lock.writeLock().lock();
        try {
            action.run();
        } finally {
            lock.writeLock().unlock();
        }
    }

    <T> T computeReadAction(Callable<T> action) throws Exception {
        lock.readLock().lock();
        try {
            return action.call();
        } finally {
            lock.readLock().unlock();
        }
    }
}
