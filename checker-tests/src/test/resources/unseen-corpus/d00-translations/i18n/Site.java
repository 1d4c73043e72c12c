package i18n;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class Site {
  private final Catalog base = new Catalog();
  private final FallbackCatalog german = new FallbackCatalog(base);
  private final ExecutorService pages = Executors.newFixedThreadPool(8);

  public void page(String... keys) {
    pages.execute(() -> {
      StringBuilder html = new StringBuilder();
      int n = 0;
      for (String k : keys) {
        html.append(german.text(k)).append(++n);
      }
      if (html.length() == 0) {
        base.put("empty", "?");
      }
    });
  }

  public void edit(Map<String, String> texts) {
    pages.execute(() -> {
      german.putAll(texts);
      base.retain(Set.of("a", "b"));
    });
  }
}
