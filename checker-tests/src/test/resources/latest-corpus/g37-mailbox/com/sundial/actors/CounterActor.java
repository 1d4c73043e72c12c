package com.sundial.actors;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Counts words. */
public final class CounterActor extends Actor<CounterActor.Message> {
    public sealed interface Message permits Add, Query {
    }

    public record Add(String word) implements Message {
    }

    public record Query(String word, CompletableFuture<Integer> reply) implements Message {
    }

    private final Map<String, Integer> counts = new HashMap<>();
    private int queries;
    private String longest = "";

    public CounterActor(Executor executor) {
        super(executor);
    }

    @Override
    protected void receive(Message m) {
        if (m instanceof Add a) {
            Integer old = counts.get(a.word());
            counts.put(a.word(), old == null ? 1 : old + 1);
            if (a.word().length() > longest.length()) {
                longest = a.word();
            }
        } else if (m instanceof Query q) {
            queries++;
            q.reply().complete(counts.getOrDefault(q.word(), 0));
        }
    }
}
