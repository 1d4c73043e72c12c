package com.sluicegate.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Exchanger;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Packets travel from stage to stage; only the stage that took a packet touches it. */
public final class Pipeline {
    private final BlockingQueue<Packet> parsed = new ArrayBlockingQueue<>(16);
    private final BlockingQueue<Packet> enriched = new ArrayBlockingQueue<>(16);
    private final ExecutorService pool;

    public Pipeline(ExecutorService pool) {
        this.pool = pool;
    }

    public List<String> run(List<String> input) throws Exception {
        Future<Integer> parser = pool.submit(() -> {
            int n = 0;
            for (String s : input) {
                Packet p = new Packet();
                p.append(s);
                parsed.put(p);
                n++;
            }
            parsed.put(Packet.END);
            return n;
        });
        Future<Integer> enricher = pool.submit(() -> {
            int n = 0;
            for (Packet p = parsed.take(); p != Packet.END; p = parsed.take()) {
                p.append("!");
                p.hops++;
                enriched.put(p);
                n++;
            }
            enriched.put(Packet.END);
            return n;
        });
        List<String> out = new ArrayList<>();
        for (Packet p = enriched.take(); p != Packet.END; p = enriched.take()) {
            p.hops++;
            out.add(p.text());
        }
        out.add(parser.get() + enricher.get() + " steps");
        return out;
    }

    /** Two threads swap full and empty buffers. */
    public int swap(int rounds) throws Exception {
        Exchanger<List<Integer>> exchanger = new Exchanger<>();
        Future<?> filler = pool.submit(() -> {
            List<Integer> mine = new ArrayList<>();
            for (int r = 0; r < rounds; r++) {
                mine.add(r);
                mine.add(r * 2);
                mine = exchanger.exchange(mine);
            }
            return null;
        });
        List<Integer> mine = new ArrayList<>();
        int sum = 0;
        for (int r = 0; r < rounds; r++) {
            mine = exchanger.exchange(mine);
            for (int v : mine) {
                sum += v;
            }
            mine.clear();
        }
        filler.get();
        return sum;
    }
}
