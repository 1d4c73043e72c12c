package org.example.derby.store;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** A page in the cache. Before any change the user latches it exclusively. */
public class CachedPage {

    private final Object monitor = new Object();
    private Object owner;
    private int nestedLatch;
    private boolean inClean;

    private byte[] pageData = new byte[4096];
    private int slotsInUse;
    private int freeSpace = 4096;
    private long pageVersion;
    private boolean isDirty;
    private final Map<Integer, Integer> slotTable = new HashMap<>();

    void setExclusive(Object transaction) {
        synchronized (monitor) {
            if (owner == transaction) {
                nestedLatch++;
                return;
            }
            boolean interrupted = false;
            while (owner != null || inClean) {
                try {
                    monitor.wait();
                } catch (InterruptedException ie) {
                    interrupted = true;
                }
            }
            owner = transaction;
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    void releaseExclusive() {
        synchronized (monitor) {
            if (nestedLatch > 0) {
                nestedLatch--;
                return;
            }
            owner = null;
            monitor.notifyAll();
        }
    }

    int insert(byte[] row) {
        if (row.length > freeSpace) {
            return -1;
        }
        int slot = slotsInUse++;
        int offset = pageData.length - freeSpace;
        System.arraycopy(row, 0, pageData, offset, row.length);
        slotTable.put(slot, offset);
        freeSpace -= row.length;
        logged();
        return slot;
    }

    void purge(int slot, int length) {
        Integer offset = slotTable.remove(slot);
        if (offset != null) {
            Arrays.fill(pageData, offset, offset + length, (byte) 0);
            slotsInUse--;
            logged();
        }
    }

    private void logged() {
        pageVersion++;
        if (!isDirty) {
            isDirty = true;
        }
    }

    /** Called by the background cleaner. */
    byte[] clean() {
        synchronized (monitor) {
            if (!isDirty || owner != null) {
                return null;
            }
            inClean = true;
        }
        byte[] image;
        try {
            image = pageData.clone();
            pageVersion++;
            isDirty = false;
        } finally {
            synchronized (monitor) {
                inClean = false;
                monitor.notifyAll();
            }
        }
        return image;
    }
}
