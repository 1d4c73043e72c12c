package com.ledgerly.audit;

import java.io.IOException;
import java.util.List;

/** Where records go. */
public interface BulkSink {
    void send(List<String> lines) throws IOException;
}
