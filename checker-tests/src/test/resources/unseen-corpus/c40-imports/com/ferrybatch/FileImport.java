package com.ferrybatch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Imports a set of files, each file a task. */
public class FileImport {
  private final List<String> rejected = new ArrayList<>();
  private final Map<String, Integer> rowsByFile = new LinkedHashMap<>();
  private long rows;
  private Exception firstError;
  private int files;

  public String importAll(Map<String, List<String>> sources) throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    List<Callable<Integer>> tasks = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Map.Entry<String, List<String>> e : sources.entrySet()) {
      names.add(e.getKey());
      tasks.add(() -> importFile(e.getKey(), e.getValue()));
      files++;
    }
    int i = 0;
    for (Future<Integer> f : pool.invokeAll(tasks)) {
      String name = names.get(i++);
      try {
        rowsByFile.put(name, f.get());
      } catch (ExecutionException x) {
        rowsByFile.put(name, -1);
      }
    }
    pool.shutdown();
    return files + " files, " + rows + " rows, " + rejected.size() + " rejected, first error " + firstError;
  }

  private int importFile(String name, List<String> lines) {
    int mine = 0;
    List<String> seen = new ArrayList<>();
    for (String line : lines) {
      try {
        if (seen.contains(line)) {
          throw new IllegalArgumentException("duplicate " + line);
        }
        seen.add(line);
        Row.parse(line);
        mine++;
      } catch (IllegalArgumentException e) {
        rejected.add(name + ": " + line); // RACE unsafe-collection
        if (firstError == null) { // RACE check-then-act #1
          firstError = e; // RACE check-then-act #1
        }
      }
    }
    rows += mine; // RACE rmw
    return mine;
  }
}
