package desk;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A client of the sequencer. */
public class Broker {
  private final Sequencer sequencer;

  public Broker(Sequencer sequencer) {
    this.sequencer = sequencer;
  }

  public int place(List<String> symbols) {
    CompletableFuture<?>[] all = new CompletableFuture<?>[symbols.size()];
    int i = 0;
    for (String s : symbols) {
      int n = i;
      all[i++] = sequencer.order(s, n);
    }
    CompletableFuture.allOf(all).join();
    int accepted = 0;
    for (CompletableFuture<?> f : all) {
      if (((Long) f.join()) > 0) {
        accepted++;
      }
    }
    return accepted;
  }
}
