package org.example.cassandra.lifecycle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Predicate;

/** Tracks the live sstables of a table. Flushes and compactions notify it concurrently. */
public class Tracker {

    /** Immutable state. */
    record View(List<String> memtables, Set<String> sstables, Set<String> compacting, int version) {

        View withFlushed(String memtable, String sstable) {
            List<String> m = new ArrayList<>(memtables);
            m.remove(memtable);
            Set<String> s = new HashSet<>(sstables);
            s.add(sstable);
            return new View(List.copyOf(m), Set.copyOf(s), compacting, version + 1);
        }

        View switchMemtable(String fresh) {
            List<String> m = new ArrayList<>(memtables);
            m.add(fresh);
            return new View(List.copyOf(m), sstables, compacting, version + 1);
        }

        View markCompacting(Set<String> toMark) {
            Set<String> c = new HashSet<>(compacting);
            c.addAll(toMark);
            return new View(memtables, sstables, Set.copyOf(c), version + 1);
        }

        View replace(Set<String> old, String merged) {
            Set<String> s = new HashSet<>(sstables);
            Set<String> c = new HashSet<>(compacting);
            s.removeAll(old);
            c.removeAll(old);
            s.add(merged);
            return new View(memtables, Set.copyOf(s), Set.copyOf(c), version + 1);
        }
    }

    private final AtomicReference<View> view = new AtomicReference<>(
            new View(List.of("m-1"), Collections.emptySet(), Collections.emptySet(), 0));
    private final LongAdder liveDiskSpace = new LongAdder();
    private final ExecutorService compactionExecutor;

    public Tracker(ExecutorService compactionExecutor) {
        this.compactionExecutor = compactionExecutor;
    }

    private View[] apply(Predicate<View> permit, Function<View, View> function) {
        while (true) {
            View cur = view.get();
            if (!permit.test(cur)) {
                return null;
            }
            View updated = function.apply(cur);
            if (view.compareAndSet(cur, updated)) {
                return new View[] {cur, updated};
            }
        }
    }

    public String switchMemtable() {
        View[] r = apply(v -> true, v -> v.switchMemtable("m-" + (v.version() + 2)));
        return r[0].memtables().isEmpty() ? null : r[0].memtables().get(0);
    }

    public void replaceFlushed(String memtable, String sstable, long bytes) {
        apply(v -> v.memtables().contains(memtable), v -> v.withFlushed(memtable, sstable));
        liveDiskSpace.add(bytes);
        maybeCompact();
    }

    private void maybeCompact() {
        Set<String> candidates = new HashSet<>();
        View seen = view.get();
        int n = 0;
        for (String s : seen.sstables()) {
            if (!seen.compacting().contains(s) && n < 4) {
                candidates.add(s);
                n++;
            }
        }
        if (n == 4 && tryModify(candidates)) {
            compactionExecutor.execute(() -> {
                long written = 0;
                StringBuilder name = new StringBuilder("big");
                for (String s : candidates) {
                    name.append('-').append(s.hashCode());
                    written += s.length();
                }
                apply(v -> true, v -> v.replace(candidates, name.toString()));
                liveDiskSpace.add(-written);
            });
        }
    }

    private boolean tryModify(Set<String> sstables) {
        return apply(v -> Collections.disjoint(v.compacting(), sstables) && v.sstables().containsAll(sstables),
                v -> v.markCompacting(sstables)) != null;
    }
}
