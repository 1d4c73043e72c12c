package sched;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public final class Board {
  private final ExecutorService pool = Executors.newFixedThreadPool(4);
  private final Refreshers.ByLock<Long> clock = new Refreshers.ByLock<>(System::nanoTime);
  private final Refreshers.ByPermit permit = new Refreshers.ByPermit();
  private final Refreshers.ByTime time = new Refreshers.ByTime(pool);
  private final Refreshers.ByCounter counter = new Refreshers.ByCounter();
  private final Refreshers.ByFlag flag = new Refreshers.ByFlag();
  private final Refreshers.ByToken token = new Refreshers.ByToken();

  public void request(Runnable body) {
    pool.execute(() -> {
      long now = clock.get();
      permit.refresh(body);
      time.touch(now, body);
      counter.request(body);
      flag.refresh(body);
      if (token.enter()) {
        try {
          body.run();
        } finally {
          token.exit();
        }
      }
    });
  }
}
