package fx.tickmill;

import java.util.ArrayList;
import java.util.List;

public final class Desk {
  private final QuoteBook book = new QuoteBook();
  private final List<Feed> feeds = new ArrayList<>();

  public static Desk open(int providers) {
    Desk desk = new Desk();
    for (int i = 0; i < providers; i++) {
      desk.feeds.add(Feed.start(desk.book, "p" + i, 1.07, 1.08, 1.09));
    }
    return desk;
  }

  public long received() {
    long sum = 0;
    for (Feed f : feeds) {
      sum += f.received();
    }
    return sum;
  }

  public int drain() {
    return book.drainUpdates();
  }
}
