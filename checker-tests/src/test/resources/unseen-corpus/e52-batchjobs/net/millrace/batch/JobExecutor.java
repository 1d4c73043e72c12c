package net.millrace.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Splits a job into chunks and runs them on a pool. */
public class JobExecutor {
  private final ExecutorService pool = Executors.newFixedThreadPool(4);
  private final ExecutorService journalThread = Executors.newSingleThreadExecutor();
  private final List<String> journal = new ArrayList<>();
  private final JobContext context = new JobContext();
  private int journalled;
  private int skipped;

  public long execute(List<Integer> items, int chunk) throws InterruptedException, ExecutionException {
    List<Callable<Long>> tasks = new ArrayList<>();
    for (int i = 0; i < items.size(); i += chunk) {
      List<Integer> part = items.subList(i, Math.min(items.size(), i + chunk));
      tasks.add(() -> process(part));
    }
    long sum = 0;
    for (Future<Long> f : pool.invokeAll(tasks)) {
      sum += f.get();
    }
    context.runs++; // MAYBE
    return sum;
  }

  private long process(List<Integer> part) {
    long sum = 0;
    for (int v : part) {
      if (v < 0) {
        skipped++; // RACE rmw
        continue;
      }
      sum += v;
      context.progress(1);
    }
    long result = sum;
    journalThread.execute(() -> {
      journal.add("chunk of " + part.size() + " = " + result);
      journalled++;
    });
    return sum;
  }

  public int skipped() {
    return skipped;
  }
}
