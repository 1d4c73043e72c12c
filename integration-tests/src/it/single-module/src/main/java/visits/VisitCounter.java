package visits;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public final class VisitCounter {
  private int visits;

  public void open(int doors) {
    ExecutorService visitors = Executors.newFixedThreadPool(doors);
    for (int door = 0; door < doors; door++) {
      visitors.execute(() -> visits++); // BUG: UnsafeReadModifyWrite
    }
    visitors.shutdown();
  }
}
