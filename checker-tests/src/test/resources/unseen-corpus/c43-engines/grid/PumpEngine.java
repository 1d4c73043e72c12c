package grid;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicLong;

class PumpEngine extends Engine {
  private final ConcurrentLinkedDeque<Integer> orders = new ConcurrentLinkedDeque<>();
  private final AtomicLong pumped = new AtomicLong();
  private static volatile PumpEngine instance;

  static PumpEngine instance() {
    PumpEngine e = instance;
    if (e == null) {
      synchronized (PumpEngine.class) {
        e = instance;
        if (e == null) {
          e = new PumpEngine();
          instance = e;
        }
      }
    }
    return e;
  }

  void order(int litres) {
    orders.addLast(litres);
  }

  @Override
  protected boolean cycle() {
    Integer litres = orders.pollFirst();
    if (litres == null) {
      return false;
    }
    pumped.addAndGet(litres);
    return true;
  }

  @Override
  protected void release() {
    orders.clear();
  }

  public static void main(String[] args) {
    PumpEngine e = instance();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      try {
        e.dispose();
      } catch (InterruptedException x) {
        Thread.currentThread().interrupt();
      }
    }));
    e.start();
    for (int i = 0; i < 100; i++) {
      e.order(i);
    }
  }
}
