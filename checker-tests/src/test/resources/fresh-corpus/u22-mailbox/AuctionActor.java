package org.stagehand.actor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One lot of an auction. */
final class AuctionActor extends Actor<AuctionActor.Command> {
    sealed interface Command permits Bid, Ask {}

    record Bid(String who, long amount) implements Command {}

    record Ask(CompletableFuture<String> answer) implements Command {}

    private final Map<String, Integer> bidsOf = new HashMap<>();
    private final List<Bid> accepted = new ArrayList<>();
    private long best;
    private int rejected;

    AuctionActor(ExecutorService pool) {
        super(pool);
    }

    @Override
    protected void receive(Command c) {
        if (c instanceof Bid b) {
            bidsOf.merge(b.who(), 1, Integer::sum);
            if (b.amount() > best) {
                best = b.amount();
                accepted.add(b);
            } else {
                rejected++;
            }
        } else if (c instanceof Ask a) {
            a.answer().complete(best + " by " + bidsOf.size() + ", " + accepted.size() + "+" + rejected);
        }
    }

    public static void main(String[] args) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        AuctionActor lot = new AuctionActor(pool);
        for (int t = 0; t < 4; t++) {
            String who = "bidder-" + t;
            pool.execute(() -> {
                for (int i = 0; i < 1000; i++) {
                    lot.tell(new Bid(who, i));
                }
            });
        }
        CompletableFuture<String> answer = new CompletableFuture<>();
        lot.tell(new Ask(answer));
        System.out.println(answer.get());
        pool.shutdown();
    }
}
