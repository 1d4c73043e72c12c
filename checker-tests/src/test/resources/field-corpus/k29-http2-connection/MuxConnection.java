package k29;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;

/** A multiplexed connection: a reader thread and any number of callers. */
public final class MuxConnection {
  private final Map<Integer, MuxStream> streams = new LinkedHashMap<>();
  private final boolean client;
  private int nextStreamId;
  private boolean shutdown;
  private long bytesLeftInWriteWindow = 65_535;
  long unacknowledgedBytesRead = 0;
  private int intervalPingsSent;
  private int intervalPongsReceived;
  private int degradedPings;
  private final ReaderThread reader;

  MuxConnection(boolean client, Queue<int[]> wire) {
    this.client = client;
    this.nextStreamId = client ? 3 : 2;
    this.reader = new ReaderThread(wire);
  }

  void start() {
    new Thread(reader, "mux reader").start();
  }

  MuxStream newStream() throws IOException {
    MuxStream stream;
    int streamId;
    synchronized (this) {
      if (shutdown) {
        throw new IOException("connection shutdown");
      }
      streamId = nextStreamId;
      nextStreamId += 2;
      stream = new MuxStream(streamId, this);
      streams.put(streamId, stream);
    }
    return stream;
  }

  synchronized MuxStream removeStream(int id) {
    MuxStream s = streams.remove(id);
    notifyAll();
    return s;
  }

  void writeData(byte[] buffer, int byteCount) throws IOException {
    int offset = 0;
    while (byteCount > 0) {
      int toWrite;
      synchronized (this) {
        try {
          while (bytesLeftInWriteWindow <= 0) {
            wait();
          }
        } catch (InterruptedException e) {
          throw new IOException("interrupted");
        }
        toWrite = (int) Math.min(byteCount, bytesLeftInWriteWindow);
        bytesLeftInWriteWindow -= toWrite;
      }
      byteCount -= toWrite;
      offset += toWrite;
    }
  }

  /** Every stream's consumer thread reports what it has read. */
  void updateConnectionFlowControl(long read) {
    unacknowledgedBytesRead += read; // RACE rmw #1
    if (unacknowledgedBytesRead >= 65_535 / 2) { // RACE rmw #1
      sendWindowUpdate(0, unacknowledgedBytesRead);
      unacknowledgedBytesRead = 0; // RACE rmw #1
    }
  }

  private void sendWindowUpdate(int stream, long bytes) {
    if (bytes == 0) {
      throw new IllegalArgumentException("window update of nothing on " + stream);
    }
  }

  void writePing(boolean interval) {
    synchronized (this) {
      if (interval) {
        if (intervalPongsReceived < intervalPingsSent) {
          degradedPings++;
        } else {
          intervalPingsSent++;
        }
      }
    }
  }

  synchronized void addBytesToWriteWindow(long delta) {
    bytesLeftInWriteWindow += delta;
    if (delta > 0) {
      notifyAll();
    }
  }

  private final class ReaderThread implements Runnable {
    private final Queue<int[]> wire;
    private int frames;

    ReaderThread(Queue<int[]> wire) {
      this.wire = wire;
    }

    @Override
    public void run() {
      int[] frame;
      while ((frame = wire.poll()) != null) {
        frames++;
        switch (frame[0]) {
          case 6:
            synchronized (MuxConnection.this) {
              intervalPongsReceived++;
            }
            break;
          case 8:
            addBytesToWriteWindow(frame[1]);
            break;
          default:
            MuxStream s;
            synchronized (MuxConnection.this) {
              s = streams.get(frame[1]);
            }
            if (s != null) {
              s.receive(frame);
            }
        }
      }
      synchronized (MuxConnection.this) {
        shutdown = true;
        MuxConnection.this.notifyAll();
      }
    }
  }

  static final class MuxStream {
    private final int id;
    private final MuxConnection connection;
    private final ArrayDeque<int[]> readBuffer = new ArrayDeque<>();

    MuxStream(int id, MuxConnection connection) {
      this.id = id;
      this.connection = connection;
    }

    synchronized void receive(int[] frame) {
      readBuffer.add(frame);
      notifyAll();
    }

    int read() throws InterruptedException {
      int[] frame;
      synchronized (this) {
        while (readBuffer.isEmpty()) {
          wait();
        }
        frame = readBuffer.remove();
      }
      connection.updateConnectionFlowControl(frame.length);
      return frame[0];
    }

    void close() {
      connection.removeStream(id);
    }
  }
}
