package org.tidy.disk;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.RecursiveTask;

/** Sums up a directory tree, one task per directory. */
class UsageTask extends RecursiveTask<Long> {
    private static final long serialVersionUID = 1L;

    private final File dir;
    private long own;
    private int files;
    private int unreadable;

    UsageTask(File dir) {
        this.dir = dir;
    }

    @Override
    protected Long compute() {
        List<UsageTask> children = new ArrayList<>();
        File[] entries = dir.listFiles();
        if (entries == null) {
            unreadable++;
            return 0L;
        }
        for (File f : entries) {
            if (f.isDirectory()) {
                UsageTask child = new UsageTask(f);
                child.fork();
                children.add(child);
            } else {
                files++;
                own += f.length();
            }
        }
        long sum = own;
        for (UsageTask child : children) {
            sum += child.join();
            files += child.files;
            unreadable += child.unreadable;
        }
        return sum;
    }

    static String describe(File root) {
        UsageTask task = new UsageTask(root);
        long sum = ForkJoinPool.commonPool().invoke(task);
        return root + ": " + sum + " in " + task.files + " files, " + task.unreadable + " unreadable";
    }
}

/** Word counts of slices, merged upwards. */
class SliceCount extends RecursiveAction {
    private static final long serialVersionUID = 1L;
    private static final int THRESHOLD = 512;

    private final transient List<String> words;
    private final int from;
    private final int to;
    private final int[] lengths;
    final transient Map<Character, Integer> initials = new TreeMap<>();

    SliceCount(List<String> words, int from, int to, int[] lengths) {
        this.words = words;
        this.from = from;
        this.to = to;
        this.lengths = lengths;
    }

    @Override
    protected void compute() {
        if (to - from <= THRESHOLD) {
            for (int i = from; i < to; i++) {
                String w = words.get(i);
                lengths[i] += w.length();
                initials.merge(w.charAt(0), 1, Integer::sum);
            }
            return;
        }
        int mid = (from + to) >>> 1;
        SliceCount left = new SliceCount(words, from, mid, lengths);
        SliceCount right = new SliceCount(words, mid, to, lengths);
        invokeAll(left, right);
        initials.putAll(left.initials);
        right.initials.forEach((c, n) -> initials.merge(c, n, Integer::sum));
    }
}
