package dfs;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

public final class Client {
  public static void main(String[] args) throws InterruptedException {
    Statistics statistics = new Statistics();
    BlockReader reader = new BlockReader(statistics);
    ExecutorService pool = Executors.newFixedThreadPool(6);
    for (int i = 0; i < 1000; i++) {
      int block = i;
      pool.execute(() -> reader.read(block, block % 5000));
    }
    pool.shutdown();
    pool.awaitTermination(1, TimeUnit.MINUTES);
    System.out.println(statistics.bytesRead() + " in " + statistics.ops());
  }
}
