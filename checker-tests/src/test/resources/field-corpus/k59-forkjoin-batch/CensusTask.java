package k59;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveTask;

/** Divide, count, merge: what a half writes its parent reads after join only. */
final class CensusTask extends RecursiveTask<Map<String, Integer>> {
    private final List<String> people;
    private final int from;
    private final int to;
    private int skipped;
    private int leaves;

    CensusTask(List<String> people, int from, int to) {
        this.people = people;
        this.from = from;
        this.to = to;
    }

    @Override
    protected Map<String, Integer> compute() {
        if (to - from <= 500) {
            leaves++;
            Map<String, Integer> m = new HashMap<>();
            for (int i = from; i < to; i++) {
                String town = people.get(i);
                if (town.isEmpty()) {
                    skipped++;
                    continue;
                }
                Integer n = m.get(town);
                m.put(town, n == null ? 1 : n + 1);
            }
            return m;
        }
        int mid = (from + to) >>> 1;
        CensusTask left = new CensusTask(people, from, mid);
        CensusTask right = new CensusTask(people, mid, to);
        left.fork();
        Map<String, Integer> result = right.compute();
        left.join().forEach((k, v) -> result.merge(k, v, Integer::sum));
        skipped += left.skipped + right.skipped;
        leaves += left.leaves + right.leaves;
        return result;
    }

    int skipped() {
        return skipped;
    }
}

class Census {
    private final List<Map<String, Integer>> yearly = new ArrayList<>();
    private int skippedOverall;

    void add(List<String> people) {
        CensusTask t = new CensusTask(people, 0, people.size());
        Map<String, Integer> r = ForkJoinPool.commonPool().invoke(t);
        yearly.add(r);
        skippedOverall += t.skipped();
    }

    int years() {
        return yearly.size() - (skippedOverall > 0 ? 1 : 0);
    }
}
