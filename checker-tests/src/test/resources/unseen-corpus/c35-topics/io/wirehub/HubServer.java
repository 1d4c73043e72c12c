package io.wirehub;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Frames are decoded and executed on a pool, whatever their connection. */
public class HubServer {
  private final ExecutorService pool = Executors.newFixedThreadPool(8);
  private final TopicHub hub = new TopicHub();
  private final AtomicInteger ids = new AtomicInteger();

  public Client connect() {
    return new Client(ids.incrementAndGet());
  }

  public void frame(Client c, String text) {
    pool.execute(() -> execute(c, text));
  }

  private void execute(Client c, String text) {
    int colon = text.indexOf(':');
    String arg = text.substring(colon + 1);
    switch (text.substring(0, Math.max(colon, 0))) {
      case "sub":
        hub.subscribe(arg, c);
        break;
      case "here":
        hub.appear(arg, c);
        break;
      case "mute":
        hub.mute(arg, c);
        break;
      case "unmute":
        hub.unmute(arg, c);
        break;
      default:
        hub.broadcast("all", text);
    }
  }
}
