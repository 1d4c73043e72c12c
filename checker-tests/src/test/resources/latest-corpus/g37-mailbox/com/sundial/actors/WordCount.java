package com.sundial.actors;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public class WordCount {
    public static void main(String[] args) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(6);
        CounterActor counter = new CounterActor(pool);
        List<Future<Integer>> sent = new ArrayList<>();
        for (String text : args) {
            sent.add(pool.submit(() -> {
                int n = 0;
                for (String w : text.split("\\s+")) {
                    counter.tell(new CounterActor.Add(w));
                    n++;
                }
                return n;
            }));
        }
        int total = 0;
        for (Future<Integer> f : sent) {
            total += f.get();
        }
        CompletableFuture<Integer> reply = new CompletableFuture<>();
        counter.tell(new CounterActor.Query("the", reply));
        System.out.println(reply.get() + " of " + total);
        pool.shutdown();
    }
}
