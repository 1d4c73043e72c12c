package com.folio.store;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One store per tenant; document numbers are unique over all tenants. */
public class DocumentStore {
    private static int nextNumber = 1;
    private static long bytesStored;

    private final Map<Integer, byte[]> documents = new HashMap<Integer, byte[]>();
    private final String tenant;
    private int versions;

    public DocumentStore(String tenant) {
        this.tenant = tenant;
    }

    public synchronized int save(byte[] content) {
        int number = nextNumber++; // RACE wrong-lock
        documents.put(number, content);
        bytesStored += content.length; // RACE wrong-lock
        return number;
    }

    public synchronized boolean replace(int number, byte[] content) {
        byte[] old = documents.get(number);
        if (old == null) {
            return false;
        }
        documents.put(number, content);
        versions++;
        return true;
    }

    public synchronized int versions() {
        return versions;
    }

    public String tenant() {
        return tenant;
    }

    static void importAll(Map<DocumentStore, Iterable<byte[]>> batches) {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        for (Map.Entry<DocumentStore, Iterable<byte[]>> e : batches.entrySet()) {
            final DocumentStore store = e.getKey();
            final Iterable<byte[]> contents = e.getValue();
            pool.submit(new Runnable() {
                public void run() {
                    for (byte[] c : contents) {
                        store.save(c);
                    }
                }
            });
        }
        pool.shutdown();
    }
}
