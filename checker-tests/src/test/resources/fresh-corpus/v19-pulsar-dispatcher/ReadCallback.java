package org.example.pulsar.broker;

import java.util.List;

interface ReadCallback {
    void readEntriesComplete(List<Long> entries);

    void readEntriesFailed(Exception e);
}

interface Cursor {
    /** The callback is called by a storage thread. */
    void asyncRead(int max, ReadCallback callback);
}
