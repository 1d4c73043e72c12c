package retail.price;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Reads several suppliers' feeds at once into one book. */
public class FeedImporter {
  private final PriceBook book = new PriceBook();

  public void load(List<List<String>> feeds) throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(feeds.size());
    feeds.forEach(feed -> pool.execute(() -> {
      int n = 0;
      for (String line : feed) {
        n++;
        String[] f = line.split(";");
        if (book.register(f[0], f[1])) {
          book.viewed(f[0]);
        }
        book.raise(f[0], Long.parseLong(f[2]));
        if (n % 10 == 0) {
          book.rebate(f[0], 5);
        }
      }
    }));
    pool.shutdown();
    pool.awaitTermination(5, TimeUnit.MINUTES);
  }

  public long price(String sku) {
    return book.price(sku);
  }
}
