package rep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** Sections are written apart and put together afterwards. */
public class ReportRun {
  private final StringBuilder document = new StringBuilder();
  private int pages;
  private int words;

  private static final class Section {
    final StringBuilder text = new StringBuilder();
    int pages = 1;
    int words;

    Section write(String title, int n) {
      text.append("# ").append(title).append('\n');
      for (int i = 0; i < n; i++) {
        text.append("word").append(i).append(' ');
        words++;
        if (words % 300 == 0) {
          pages++;
        }
      }
      return this;
    }
  }

  /** With future tasks on threads. */
  public String byThreads(List<String> titles) throws InterruptedException, ExecutionException {
    List<FutureTask<Section>> tasks = new ArrayList<>();
    for (String t : titles) {
      FutureTask<Section> task = new FutureTask<>(() -> new Section().write(t, t.length() * 100));
      tasks.add(task);
      new Thread(task).start();
    }
    for (FutureTask<Section> task : tasks) {
      append(task.get());
    }
    return document.toString();
  }

  private void append(Section s) {
    document.append(s.text);
    pages += s.pages;
    words += s.words;
  }

  /** With slots of an array, filled before the pool has terminated. */
  public String byPool(List<String> titles, ExecutorService pool) throws InterruptedException {
    Section[] slots = new Section[titles.size()];
    for (int i = 0; i < slots.length; i++) {
      slots[i] = new Section();
      int mine = i;
      pool.execute(() -> slots[mine].write(titles.get(mine), 500));
    }
    pool.shutdown();
    if (!pool.awaitTermination(1, TimeUnit.MINUTES)) {
      throw new IllegalStateException("too slow");
    }
    for (Section s : slots) {
      s.words -= 1;
      append(s);
    }
    return document + " " + pages + "/" + words;
  }

  /** With the fork-join pool. */
  public int byForkJoin(List<String> titles) {
    List<ForkJoinTask<Section>> tasks = new ArrayList<>();
    for (String t : titles) {
      tasks.add(ForkJoinPool.commonPool().submit(() -> new Section().write(t, 10)));
    }
    List<Integer> lengths = new ArrayList<>();
    for (ForkJoinTask<Section> t : tasks) {
      Section s = t.join();
      append(s);
      lengths.add(s.text.length());
    }
    Collections.sort(lengths);
    int[] sums = lengths.stream().mapToInt(Integer::intValue).toArray();
    Arrays.parallelPrefix(sums, Integer::sum);
    return sums.length == 0 ? 0 : sums[sums.length - 1];
  }
}
