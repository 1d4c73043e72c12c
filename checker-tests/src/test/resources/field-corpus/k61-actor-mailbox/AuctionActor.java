package k61;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

public class AuctionActor extends Actor<AuctionActor.Bid> {
    public record Bid(String bidder, long cents) {}

    private long highest;
    private String leader;
    private int bids;
    private final List<Bid> history = new ArrayList<>();

    public AuctionActor(Executor executor) {
        super(executor);
    }

    @Override
    protected void onReceive(Bid bid) {
        bids++;
        history.add(bid);
        if (bid.cents() > highest) {
            highest = bid.cents();
            leader = bid.bidder();
        }
        if (bids % 100 == 0) {
            System.out.println(leader + " leads after " + bids);
        }
    }

    public static void main(String[] args) {
        Executor pool = Executors.newFixedThreadPool(4);
        AuctionActor a = new AuctionActor(pool);
        for (int i = 0; i < 8; i++) {
            final int n = i;
            new Thread(() -> {
                for (int c = 0; c < 1000; c++) {
                    a.tell(new Bid("b" + n, c));
                }
            }).start();
        }
    }
}
