package com.gavel;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Plays recorded bids back, lots in parallel. */
public class AuctionHouse {
  private final Map<String, Lot> lots = new TreeMap<>();
  private final Map<String, Integer> bidders = new TreeMap<>();
  private final Queue<String> late = new ArrayDeque<>();
  private int bids;
  private int refused;
  private long hammer;

  public void add(String title) {
    lots.put(title, new Lot(title, 0));
  }

  public void replay(List<Bid> recorded) {
    recorded.parallelStream().forEach(this::apply);
    Map<String, List<Bid>> byLot = recorded.stream().collect(Collectors.groupingBy(Bid::lot));
    for (Map.Entry<String, List<Bid>> e : byLot.entrySet()) {
      hammer += e.getValue().size();
    }
  }

  private void apply(Bid b) {
    bids++; // RACE rmw
    Lot lot = lots.get(b.lot());
    if (lot == null || !lot.bid(b.bidder(), b.amount())) {
      synchronized (late) {
        refused++;
        late.add(b.bidder());
      }
      return;
    }
    count(b.bidder());
  }

  private synchronized void count(String bidder) {
    bidders.merge(bidder, 1, Integer::sum);
  }

  public String summary() {
    return bids + " bids, " + refused + " refused, " + hammer;
  }

  public record Bid(String lot, String bidder, long amount) {}
}
