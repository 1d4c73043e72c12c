package log;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

public final class Throughput {
  public static void main(String[] args) throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    BatchWriter w = BatchWriter.open();
    Handover h = new Handover(Executors.newCachedThreadPool());
    for (int i = 0; i < 4; i++) {
      pool.execute(() -> {
        int lines = 0;
        while (lines < 10_000) {
          w.append(lines % 2 == 0 ? "INFO" : "DEBUG", "line " + lines);
          h.write("line " + lines);
          lines++;
        }
      });
    }
    pool.shutdown();
    pool.awaitTermination(1, TimeUnit.MINUTES);
    System.out.println(w.appended() + " " + w.close());
  }
}
