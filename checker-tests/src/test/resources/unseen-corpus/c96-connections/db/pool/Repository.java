package db.pool;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class Repository {
  private final Pool pool = new Pool(4);
  private final ExecutorService requests = Executors.newFixedThreadPool(16);

  public void saveAll(List<String> names) {
    for (String name : names) {
      requests.execute(() -> save(name));
    }
  }

  private void save(String name) {
    try {
      int rows = pool.with(c -> {
        int n = 0;
        n += c.execute(pool.format("insert", name));
        n += c.execute(pool.format("index", name, name.length()));
        c.commit();
        return n;
      });
      if (rows == 0) {
        System.err.println("nothing saved");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
