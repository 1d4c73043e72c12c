package k07;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** The namespace's write-ahead journal. Lock order: this, then nothing. */
public class EditLog {
  private enum State { UNINITIALIZED, IN_SEGMENT, CLOSED }

  private State state = State.UNINITIALIZED;
  private long txid = 0;
  private long synctxid = 0;
  private long lastPrintTime;
  private boolean isSyncRunning;
  private final AtomicBoolean autoSyncScheduled = new AtomicBoolean(false);
  private long numTransactions;
  private long numTransactionsBatchedInSync;
  private DoubleBuffer buffer = new DoubleBuffer();

  private static final ThreadLocal<long[]> MY_TXID = ThreadLocal.withInitial(() -> new long[] {Long.MAX_VALUE});

  synchronized void open() {
    state = State.IN_SEGMENT;
  }

  /** Handler threads of the RPC server call this, then {@link #logSync}. */
  void logEdit(byte[] op) throws IOException {
    synchronized (this) {
      if (state != State.IN_SEGMENT) {
        throw new IOException("bad state " + state);
      }
      beginTransaction();
      buffer.write(op);
      endTransaction();
      if (!buffer.shouldForceSync() || !autoSyncScheduled.compareAndSet(false, true)) {
        return;
      }
    }
    logSync();
    autoSyncScheduled.set(false);
  }

  private long beginTransaction() {
    assert Thread.holdsLock(this);
    txid++;
    MY_TXID.get()[0] = txid;
    return System.nanoTime();
  }

  private void endTransaction() {
    assert Thread.holdsLock(this);
    numTransactions++;
  }

  void logSync() throws IOException {
    long mytxid = MY_TXID.get()[0];
    boolean sync = false;
    DoubleBuffer ready;
    long syncStart;
    try {
      synchronized (this) {
        while (mytxid > synctxid && isSyncRunning) {
          try {
            wait(1000);
          } catch (InterruptedException ignored) {
            // checked again in the loop
          }
        }
        if (mytxid <= synctxid) {
          numTransactionsBatchedInSync++;
          return;
        }
        syncStart = txid;
        isSyncRunning = true;
        sync = true;
        buffer.setReadyToFlush();
        ready = buffer;
      }
      ready.flush();
      printStatistics(false);
    } finally {
      synchronized (this) {
        if (sync) {
          synctxid = txid;
          isSyncRunning = false;
        }
        notifyAll();
      }
    }
  }

  private synchronized void printStatistics(boolean force) {
    long now = System.currentTimeMillis();
    if (lastPrintTime + 60_000 > now && !force) {
      return;
    }
    lastPrintTime = now;
    System.out.println("txns " + numTransactions + " batched " + numTransactionsBatchedInSync);
  }

  synchronized long getLastWrittenTxId() {
    return txid;
  }

  /** Two halves: writers fill one under the journal's monitor, the one flushing owns the other. */
  static final class DoubleBuffer {
    private List<byte[]> current = new ArrayList<>();
    private List<byte[]> ready = new ArrayList<>();

    void write(byte[] op) {
      current.add(op);
    }

    boolean shouldForceSync() {
      return current.size() > 512;
    }

    void setReadyToFlush() {
      List<byte[]> tmp = ready;
      ready = current;
      current = tmp;
    }

    void flush() {
      TreeMap<Integer, byte[]> out = new TreeMap<>();
      for (byte[] b : ready) {
        out.put(out.size(), b);
      }
      ready.clear();
    }
  }
}
