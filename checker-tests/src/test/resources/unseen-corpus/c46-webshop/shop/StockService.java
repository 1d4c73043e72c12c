package shop;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;

@Service
public class StockService {
  private final Map<String, Integer> available = new ConcurrentHashMap<>();
  private final Map<String, Integer> ordered = new HashMap<>();

  public StockService() {
    for (int i = 0; i < 100; i++) {
      available.put("sku" + i, 50);
    }
  }

  public boolean reserve(String sku) {
    boolean[] ok = new boolean[1];
    available.computeIfPresent(sku, (k, n) -> {
      if (n == 0) {
        return n;
      }
      ok[0] = true;
      return n - 1;
    });
    if (!ok[0]) {
      synchronized (ordered) {
        ordered.merge(sku, 1, Integer::sum);
      }
    }
    return ok[0];
  }
}
