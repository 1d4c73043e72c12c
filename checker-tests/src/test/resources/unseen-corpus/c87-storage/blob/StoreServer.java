package blob;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public final class StoreServer {
  private final LruStore store = new LruStore();
  private final ExecutorService pool = Executors.newFixedThreadPool(8);

  public Future<byte[]> get(String key) {
    return pool.submit(() -> store.get(key));
  }

  public Future<?> put(String key, byte[] value) {
    return pool.submit(() -> {
      if (store.put(key, value) != null) {
        store.rename(key + ".old", key + ".older");
      }
    });
  }

  public String statistics() {
    return store.statistics();
  }
}
