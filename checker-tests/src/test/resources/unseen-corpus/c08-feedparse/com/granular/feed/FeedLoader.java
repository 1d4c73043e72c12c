package com.granular.feed;

import java.text.ParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** Loads many feeds at once. */
public class FeedLoader {
  private final ExecutorService pool;

  public FeedLoader(ExecutorService pool) {
    this.pool = pool;
  }

  public Map<String, Integer> load(List<String> documents) throws InterruptedException {
    List<Callable<List<FeedParser.Item>>> jobs = new ArrayList<>();
    for (String doc : documents) {
      FeedParser parser = new FeedParser(doc);
      jobs.add(parser::parse);
    }
    Map<String, Integer> titles = new HashMap<>();
    int broken = 0;
    for (Future<List<FeedParser.Item>> f : pool.invokeAll(jobs)) {
      try {
        for (FeedParser.Item item : f.get()) {
          Integer n = titles.get(item.title());
          titles.put(item.title(), n == null ? 1 : n + 1);
        }
      } catch (ExecutionException e) {
        broken++;
      }
    }
    titles.put("broken", broken);
    return titles;
  }

  /** Longest title of each document, documents in order. */
  public static List<String> headlines(List<String> documents) {
    return documents.parallelStream().map(doc -> {
      String best = "";
      int empty = 0;
      try {
        for (FeedParser.Item item : new FeedParser(doc).parse()) {
          if (item.title().isEmpty()) {
            empty++;
          } else if (item.title().length() > best.length()) {
            best = item.title();
          }
        }
      } catch (ParseException e) {
        return "?";
      }
      return empty > 0 ? best + " (" + empty + ")" : best;
    }).collect(Collectors.toList());
  }

  public static Map<Integer, List<String>> byDepth(List<FeedParser.Item> items) {
    Map<Integer, List<String>> out = Collections.synchronizedMap(new LinkedHashMap<>());
    items.parallelStream().forEach(i -> out.compute(i.depth(), (d, list) -> {
      if (list == null) {
        list = new ArrayList<>();
      }
      list.add(i.title());
      return list;
    }));
    return out;
  }
}
