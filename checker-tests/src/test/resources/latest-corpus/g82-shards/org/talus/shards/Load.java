package org.talus.shards;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

public class Load {
    public static void main(String[] args) throws InterruptedException {
        ShardedEngine engine = new ShardedEngine(4);
        ExecutorService clients = Executors.newFixedThreadPool(16);
        for (int c = 0; c < 16; c++) {
            int id = c;
            clients.execute(() -> {
                int moved = 0;
                for (int i = 0; i < 1000; i++) {
                    engine.add("k" + i % 50, id);
                    if (engine.move("k" + i % 50, "k" + i % 7, 1).join()) {
                        moved++;
                    }
                }
                System.out.println(id + " moved " + moved);
            });
        }
        clients.shutdown();
        clients.awaitTermination(1, TimeUnit.HOURS);
        System.out.println(engine.size().join());
        engine.close();
    }
}
