package org.example.lucene.index;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

class PerThreadWriter {
    private final String segment;
    private final Map<String, int[]> postings = new HashMap<>();
    private int numDocsInRAM;
    private int bytes;

    PerThreadWriter(String segment) {
        this.segment = segment;
    }

    void updateDocument(List<String> fields) {
        for (String f : fields) {
            int[] freq = postings.get(f);
            if (freq == null) {
                postings.put(f, freq = new int[1]);
                bytes += 2 * f.length();
            }
            freq[0]++;
        }
        numDocsInRAM++;
    }

    int bytes() {
        return bytes;
    }

    void flush() {
        System.getLogger("DWPT").log(System.Logger.Level.DEBUG,
                "flush {0}: {1} docs, {2} terms", segment, numDocsInRAM, postings.size());
        postings.clear();
    }
}
