package k33;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Passes run in the background, several at a time, and edit the same document. */
class Highlighter {
    private final DocumentModel doc;
    private final ExecutorService passes = Executors.newWorkStealingPool();

    Highlighter(DocumentModel doc) {
        this.doc = doc;
    }

    void trimTrailing() {
        passes.submit(() -> {
            String t = doc.getText(); // RACE split-lock #1
            if (t.endsWith(" ")) { // RACE split-lock #1
                doc.deleteString(t.length() - 1, t.length()); // RACE split-lock #1
            }
            return null;
        });
    }

    void mark(String word) {
        passes.submit(() -> {
            String t = doc.getText();
            for (int i = t.indexOf(word); i >= 0; i = t.indexOf(word, i + 1)) {
                doc.addMarker(i, i + word.length());
            }
            return null;
        });
    }
}
