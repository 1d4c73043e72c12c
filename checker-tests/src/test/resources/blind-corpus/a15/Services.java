package net.corelib.boot;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;

final class Mailer {
  private final Queue<String> outbox = new ArrayDeque<>();
  private int sent;

  synchronized void send(String text) {
    outbox.add(text);
    while (outbox.size() > 10) {
      outbox.remove();
      sent++;
    }
  }
}

final class Templates {
  private static final class Holder {
    static final Templates DEFAULT = new Templates();
  }

  private final ThreadLocal<StringBuilder> buffer = ThreadLocal.withInitial(StringBuilder::new);

  static Templates defaults() {
    return Holder.DEFAULT;
  }

  String render(String name) {
    StringBuilder b = buffer.get();
    b.setLength(0);
    return b.append('<').append(name).append('>').toString();
  }
}

final class Audit {
  private final List<String> lines = new ArrayList<>();

  void log(String line) {
    synchronized (lines) {
      lines.add(line);
    }
  }
}

final class Clock {
  private final AtomicLong now = new AtomicLong();

  void advance(long to) {
    now.accumulateAndGet(to, Math::max);
  }
}
