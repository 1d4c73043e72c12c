package com.orchard.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

class ImportLog {
    private final List<String> bad = Collections.synchronizedList(new ArrayList<>());
    private int kept;

    void bad(String line) {
        synchronized (bad) {
            if (bad.size() < 100) {
                bad.add(line);
                kept++;
            }
        }
    }

    int kept() {
        synchronized (bad) {
            return kept;
        }
    }
}
