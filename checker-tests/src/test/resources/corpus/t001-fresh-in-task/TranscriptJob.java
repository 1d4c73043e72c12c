package com.courtscribe.transcripts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** One page of a transcript, under construction. */
class PageBuilder {
  private final StringBuilder text = new StringBuilder();
  private int lines;
  private int words;

  PageBuilder line(String line) {
    text.append(line).append('\n'); // RACE unsafe-collection
    lines++; // RACE rmw #1
    words += line.split(" ").length; // RACE rmw #1
    return this;
  }

  int lines() {
    return lines;
  }

  int words() {
    return words;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}

/** Every recording is transcribed by a task that builds all it needs itself. */
class TranscriptJob {
  private final ExecutorService pool;

  TranscriptJob(ExecutorService pool) {
    this.pool = pool;
  }

  Map<String, Integer> wordCounts(List<String> recordings) throws Exception {
    List<Future<Map<String, Integer>>> futures = new ArrayList<>();
    for (String recording : recordings) {
      futures.add(
          pool.submit(
              () -> {
                Map<String, Integer> counts = new HashMap<>();
                for (String word : recording.split(" ")) {
                  Integer n = counts.get(word);
                  counts.put(word, n == null ? 1 : n + 1);
                }
                return counts;
              }));
    }
    Map<String, Integer> all = new HashMap<>();
    for (Future<Map<String, Integer>> future : futures) {
      future.get().forEach((word, n) -> all.merge(word, n, Integer::sum));
    }
    return all;
  }

  Future<String> transcribe(List<String> recording) {
    return pool.submit(
        () -> {
          PageBuilder page = new PageBuilder();
          int speakers = 0;
          for (String line : recording) {
            page.line(line);
            if (line.startsWith("--")) {
              speakers++;
            }
          }
          return page + "(" + speakers + " speakers, " + page.words() + " words)";
        });
  }

  /** One builder for all tasks. */
  PageBuilder transcribeTogether(List<String> recording) throws InterruptedException {
    PageBuilder page = new PageBuilder();
    List<Future<?>> futures = new ArrayList<>();
    for (String line : recording) {
      futures.add(pool.submit(() -> page.line(line))); // RACE rmw #1
    }
    for (Future<?> future : futures) {
      try {
        future.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException(e);
      }
    }
    return page;
  }
}
