package trip;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Plans a trip as a chain of asynchronous stages; one stage at a time has the draft. */
public class ItineraryBuilder {
  private final ExecutorService io = Executors.newFixedThreadPool(6);
  private final Suppliers suppliers;

  public ItineraryBuilder(Suppliers suppliers) {
    this.suppliers = suppliers;
  }

  private static final class Draft {
    final List<String> legs = new ArrayList<>();
    long price;
    int changes;

    Draft add(String leg, long cost) {
      legs.add(leg);
      price += cost;
      changes++;
      return this;
    }
  }

  public CompletableFuture<String> plan(String from, String to) {
    Draft draft = new Draft();
    return CompletableFuture
        .supplyAsync(() -> draft.add(suppliers.flight(from, to), 200), io)
        .thenApplyAsync(d -> d.add(suppliers.hotel(to), 90), io)
        .thenCompose(d -> CompletableFuture.supplyAsync(() -> {
          if (d.price > 250) {
            d.price -= 20;
          }
          return d.add("voucher", 0);
        }, io))
        .handle((d, e) -> {
          if (e != null) {
            draft.changes++;
            return "failed after " + draft.changes;
          }
          return d.legs + " for " + d.price;
        });
  }

  /** All offers at once; each fills its own result, the caller adds them up. */
  public long cheapest(List<String> targets) {
    List<CompletableFuture<Draft>> offers = new ArrayList<>();
    for (String t : targets) {
      offers.add(CompletableFuture.supplyAsync(() -> {
        Draft d = new Draft();
        for (String leg : new String[] {"out", "back"}) {
          d.add(leg + " " + t, suppliers.fare(t));
        }
        return d;
      }, io));
    }
    CompletableFuture.allOf(offers.toArray(CompletableFuture[]::new)).join();
    long best = Long.MAX_VALUE;
    int seen = 0;
    for (CompletableFuture<Draft> f : offers) {
      Draft d = f.join();
      d.changes++;
      seen++;
      if (d.price < best) {
        best = d.price;
      }
    }
    return seen == 0 ? 0 : best;
  }
}
