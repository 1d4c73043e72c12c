package org.lexiscan.ocr;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.stream.Collectors;

record Page(int number, byte[] pixels) {}

interface Recognizer {
  String read(Page page);
}

/** Recognizes the pages of a document in the background. */
class OcrPipeline {
  private final ExecutorService cpu;
  private final Recognizer recognizer;
  private int failed;
  private long slowestNanos;
  private double confidence;

  OcrPipeline(ExecutorService cpu, Recognizer recognizer) {
    this.cpu = cpu;
    this.recognizer = recognizer;
  }

  List<CompletableFuture<String>> read(List<Page> pages) {
    return pages.stream().map(this::read).collect(Collectors.toList());
  }

  CompletableFuture<String> read(Page page) {
    long start = System.nanoTime();
    return CompletableFuture.supplyAsync(() -> recognizer.read(page), cpu)
        .whenComplete(
            (text, error) -> {
              if (error != null) {
                failed++; // RACE rmw
              }
              slowestNanos = Math.max(slowestNanos, System.nanoTime() - start); // RACE rmw
            })
        .exceptionally(error -> "");
  }

  CompletableFuture<Double> rate(Page page) {
    return read(page)
        .thenApplyAsync(
            text -> {
              double rating = text.chars().filter(Character::isLetter).count() / 100.0;
              confidence += rating; // RACE rmw
              return rating;
            },
            cpu);
  }

  String report() {
    return failed + " failed, slowest " + slowestNanos + ", confidence " + confidence;
  }
}

class MeasuredOcrPipeline {
  private final ExecutorService cpu;
  private final Recognizer recognizer;
  private final AtomicInteger failed = new AtomicInteger();
  private final LongAccumulator slowestNanos = new LongAccumulator(Math::max, 0);

  MeasuredOcrPipeline(ExecutorService cpu, Recognizer recognizer) {
    this.cpu = cpu;
    this.recognizer = recognizer;
  }

  CompletableFuture<String> read(Page page) {
    long start = System.nanoTime();
    return CompletableFuture.supplyAsync(() -> recognizer.read(page), cpu)
        .handle(
            (text, error) -> {
              slowestNanos.accumulate(System.nanoTime() - start);
              if (error != null) {
                failed.incrementAndGet();
                return "";
              }
              return text;
            });
  }

  /** Pure functions all the way; the two halves meet in a combining stage. */
  CompletableFuture<String> readSpread(Page left, Page right) {
    return read(left)
        .thenCombine(
            read(right),
            (a, b) -> {
              StringBuilder spread = new StringBuilder(a);
              spread.append('\n').append(b);
              return spread.toString();
            });
  }
}
