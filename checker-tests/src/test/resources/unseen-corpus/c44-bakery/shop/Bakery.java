package shop;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Exchanger;
import java.util.concurrent.SynchronousQueue;

/** Kneader, oven and counter; each loaf is worked on by one of them at a time. */
public class Bakery {
  private final Conveyor<Loaf> dough = new Conveyor<>(5);
  private final BlockingQueue<Loaf> baked = new SynchronousQueue<>();
  private final Exchanger<StringBuilder> paper = new Exchanger<>();
  private final Map<Integer, Integer> sold = new HashMap<>();

  public Map<Integer, Integer> day(int loaves) throws InterruptedException {
    Thread kneader = new Thread(() -> knead(loaves));
    Thread oven = new Thread(this::bake);
    kneader.start();
    oven.start();
    for (int i = 0; i < loaves; i++) {
      Loaf l = baked.take().step("sold", 1);
      Integer n = sold.get(l.minutes());
      sold.put(l.minutes(), n == null ? 1 : n + 1);
    }
    kneader.join();
    oven.join();
    return sold;
  }

  private void knead(int loaves) {
    try {
      int made = 0;
      while (made < loaves) {
        dough.put(new Loaf().step("knead", 10 + made % 3));
        made++;
      }
      dough.close();
      StringBuilder note = new StringBuilder("flour left: ");
      note.append(made);
      note = paper.exchange(note);
      note.append(" (read by the kneader)");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void bake() {
    try {
      int batches = 0;
      for (Loaf l; (l = dough.take()) != null; batches++) {
        baked.put(l.step("bake", 40));
      }
      StringBuilder note = new StringBuilder("batches: ").append(batches);
      note = paper.exchange(note);
      note.append(" (read at the oven)");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
