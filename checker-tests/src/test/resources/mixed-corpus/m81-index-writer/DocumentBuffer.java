package indexbuf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Documents buffered in memory before they become a segment. The buffer has no lock of its own, it
 * is guarded by the lock of the writer that has created it.
 */
final class DocumentBuffer {

    private final ReentrantLock writerLock;
    private final Map<String, List<Integer>> postings = new HashMap<>();
    private final List<String> stored = new ArrayList<>();
    private long ramBytes;
    private int deletes;

    DocumentBuffer(ReentrantLock writerLock) {
        this.writerLock = writerLock;
    }

    int add(String text) {
        assert writerLock.isHeldByCurrentThread();
        int doc = stored.size();
        stored.add(text);
        for (String term : text.split("\\s+")) {
            postings.computeIfAbsent(term, t -> new ArrayList<>()).add(doc);
            ramBytes += 4 + term.length();
        }
        ramBytes += text.length();
        return doc;
    }

    void delete(String term) {
        assert writerLock.isHeldByCurrentThread();
        List<Integer> docs = postings.remove(term);
        if (docs != null) {
            for (int d : docs) {
                if (stored.get(d) != null) {
                    stored.set(d, null);
                    deletes++;
                }
            }
        }
    }

    long ramBytes() {
        return ramBytes;
    }

    int live() {
        return stored.size() - deletes;
    }

    List<String> freeze() {
        List<String> result = new ArrayList<>(live());
        for (String s : stored) {
            if (s != null) {
                result.add(s);
            }
        }
        return result;
    }
}
