package org.larder.lease;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public class Composer implements Callable<Integer> {
    private final ScratchArea area;
    private final int rounds;
    private int bytes;

    public Composer(ScratchArea area, int rounds) {
        this.area = area;
        this.rounds = rounds;
    }

    @Override
    public Integer call() {
        for (int i = 0; i < rounds; i++) {
            Slot favourite = area.slot(0);
            boolean mine = favourite.reserve();
            bytes += area.compose(new byte[i % 10], new byte[3]).length;
            if (mine) {
                favourite.unreserve();
            }
        }
        return bytes;
    }

    public static void main(String[] args) throws Exception {
        ScratchArea area = new ScratchArea(4);
        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<Composer> work = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            work.add(new Composer(area, 10_000));
        }
        long total = 0;
        for (Future<Integer> f : pool.invokeAll(work)) {
            total += f.get();
        }
        pool.shutdown();
        System.out.println(total + " bytes, " + area);
    }
}
