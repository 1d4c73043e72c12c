package stock;

import java.util.concurrent.ExecutorService;
import lombok.RequiredArgsConstructor;

@RequiredArgsConstructor
public final class Warehouse {
  private final Shelf shelf;
  private final ExecutorService pickers;

  public void pick(int orders) {
    for (int order = 0; order < orders; order++) {
      pickers.execute(() -> shelf.setItems(shelf.getItems() - 1));
    }
  }
}
