package com.corvid.market;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class Exchange {
    private final List<FeedProcessor> processors = List.of(new VwapProcessor(), new HighLow());
    private final ExecutorService wires = Executors.newFixedThreadPool(3);

    public void onWire(String line) {
        wires.execute(() -> {
            String[] f = line.split(" ");
            FeedProcessor.Tick t = new FeedProcessor.Tick(f[0], Long.parseLong(f[1]), Integer.parseInt(f[2]));
            for (FeedProcessor p : processors) {
                p.process(t);
            }
        });
    }
}
