package org.textfold.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveTask;

/** Counts words by splitting the list of documents in halves. */
final class WordIndex {
  private static final int LEAF = 16;

  private final class CountTask extends RecursiveTask<Map<String, Integer>> {
    private final List<String> docs;
    private final int depth;
    private int leaves;

    CountTask(List<String> docs, int depth) {
      this.docs = docs;
      this.depth = depth;
    }

    @Override
    protected Map<String, Integer> compute() {
      if (depth > deepest) { // RACE rmw #1
        deepest = depth; // RACE rmw #1
      }
      if (docs.size() <= LEAF) {
        leaves++;
        return countLeaf();
      }
      int mid = docs.size() >>> 1;
      CountTask left = new CountTask(docs.subList(0, mid), depth + 1);
      CountTask right = new CountTask(docs.subList(mid, docs.size()), depth + 1);
      left.fork();
      Map<String, Integer> counts = right.compute();
      left.join().forEach((w, n) -> counts.merge(w, n, Integer::sum));
      leaves += left.leaves + right.leaves;
      return counts;
    }

    private Map<String, Integer> countLeaf() {
      Map<String, Integer> counts = new HashMap<>();
      for (String doc : docs) {
        if (doc.isBlank()) {
          blanks.add(doc); // RACE unsafe-collection
          continue;
        }
        for (String w : doc.split("\\W+")) {
          Integer n = counts.get(w);
          counts.put(w, n == null ? 1 : n + 1);
        }
      }
      return counts;
    }
  }

  private final List<String> blanks = new ArrayList<>();
  private int deepest;

  Map<String, Integer> count(List<String> docs) {
    CountTask root = new CountTask(docs, 0);
    Map<String, Integer> counts = ForkJoinPool.commonPool().invoke(root);
    counts.put("#leaves", root.leaves);
    return counts;
  }

  int deepest() {
    return deepest;
  }

  List<String> blanks() {
    return blanks;
  }
}
