package net.quill.log;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;

final class DrainThread extends Thread {
  private final BlockingQueue<LogLine> queue;
  private final Appendable sink;
  private final StringBuilder buffer = new StringBuilder();
  private final Map<String, Integer> byLevel = new HashMap<>();
  private volatile long written;
  private volatile int ioErrors;

  DrainThread(BlockingQueue<LogLine> queue, Appendable sink) {
    super("quill-drain");
    setDaemon(true);
    this.queue = queue;
    this.sink = sink;
  }

  @Override
  public void run() {
    try {
      while (true) {
        LogLine line = queue.take();
        if (line == LogLine.POISON) {
          return;
        }
        format(line);
        written++;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void format(LogLine line) {
    buffer.setLength(0);
    buffer.append(line.time()).append(' ').append(line.level()).append(' ').append(line.message()).append('\n');
    Integer n = byLevel.get(line.level());
    byLevel.put(line.level(), n == null ? 1 : n + 1);
    try {
      sink.append(buffer);
    } catch (IOException e) {
      ioErrors++;
    }
  }

  long written() {
    return written;
  }

  int ioErrors() {
    return ioErrors;
  }
}
