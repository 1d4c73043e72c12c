package tools.du;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.atomic.LongAdder;

public class DiskUsage {

  private final LongAdder dirs = new LongAdder();
  private long largest;
  private int unreadable;
  private int runs;

  /** Result by return value: nothing shared but the adder and the outer fields. */
  private class Sizer extends RecursiveTask<Long> {
    private final File dir;
    private long size;

    Sizer(File dir) {
      this.dir = dir;
    }

    @Override
    protected Long compute() {
      dirs.increment();
      File[] entries = dir.listFiles();
      if (entries == null) {
        unreadable++; // RACE rmw
        return 0L;
      }
      List<Sizer> forks = new ArrayList<>();
      for (File f : entries) {
        if (f.isDirectory()) {
          Sizer s = new Sizer(f);
          s.fork();
          forks.add(s);
        } else {
          size += f.length();
          if (f.length() > largest) { // RACE check-then-act #1
            largest = f.length(); // RACE check-then-act #1
          }
        }
      }
      for (Sizer s : forks) {
        size += s.join();
      }
      return size;
    }
  }

  static class Incrementer extends RecursiveAction {
    private final long[] data;
    private final int lo;
    private final int hi;

    Incrementer(long[] data, int lo, int hi) {
      this.data = data;
      this.lo = lo;
      this.hi = hi;
    }

    @Override
    protected void compute() {
      if (hi - lo < 1000) {
        for (int i = lo; i < hi; i++) {
          data[i]++;
        }
      } else {
        int mid = (lo + hi) >>> 1;
        invokeAll(new Incrementer(data, lo, mid), new Incrementer(data, mid, hi));
      }
    }
  }

  public synchronized long measure(File root) {
    runs++;
    return ForkJoinPool.commonPool().invoke(new Sizer(root));
  }

  public static void incrementAll(long[] data) {
    new ForkJoinPool(4).invoke(new Incrementer(data, 0, data.length));
  }

  public long largest() {
    return largest;
  }
}
