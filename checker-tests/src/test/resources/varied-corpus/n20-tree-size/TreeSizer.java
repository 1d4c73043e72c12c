package disk.usage;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveTask;

/** du(1) in parallel. */
public class TreeSizer extends RecursiveTask<TreeSizer.Sum> {

    static class Sum {
        long bytes;
        int files;
        int deepest;

        void add(Sum other) {
            bytes += other.bytes;
            files += other.files;
            if (other.deepest > deepest) {
                deepest = other.deepest;
            }
        }
    }

    private final File dir;
    private final int depth;
    private int unreadable;

    TreeSizer(File dir, int depth) {
        this.dir = dir;
        this.depth = depth;
    }

    @Override
    protected Sum compute() {
        Sum sum = new Sum();
        sum.deepest = depth;
        List<TreeSizer> children = new ArrayList<>();
        File[] entries = dir.listFiles();
        if (entries == null) {
            unreadable++;
            return sum;
        }
        for (File f : entries) {
            if (f.isDirectory()) {
                TreeSizer child = new TreeSizer(f, depth + 1);
                child.fork();
                children.add(child);
            } else {
                sum.bytes += f.length();
                sum.files++;
            }
        }
        for (TreeSizer child : children) {
            sum.add(child.join());
            unreadable += child.unreadable;
        }
        return sum;
    }

    public static void main(String[] args) {
        TreeSizer root = new TreeSizer(new File(args[0]), 0);
        Sum sum = ForkJoinPool.commonPool().invoke(root);
        System.out.println(sum.bytes + " bytes, " + sum.files + " files, " + root.unreadable + " unreadable");
    }
}
