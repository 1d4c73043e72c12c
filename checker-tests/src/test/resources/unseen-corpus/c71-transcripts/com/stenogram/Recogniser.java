package com.stenogram;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Turns sound into text, several channels of the same meeting at once. */
public class Recogniser {
  private final ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
  private final Transcripts transcripts = new Transcripts();
  private final Queue<String> dropped = new ConcurrentLinkedQueue<>();

  public void begin(String meeting) {
    transcripts.open(meeting);
  }

  public void sound(String meeting, String speaker, short[] samples) {
    pool.submit(() -> {
      StringBuilder text = new StringBuilder();
      long energy = 0;
      for (short s : samples) {
        energy += Math.abs(s);
        if (energy > 1000) {
          text.append((char) ('a' + s % 26)).append(energy % 5 == 0 ? " " : "");
          energy = 0;
        }
      }
      if (text.length() == 0) {
        dropped.add(speaker);
        return;
      }
      transcripts.said(meeting, speaker, text.toString());
      transcripts.note(meeting, speaker);
      transcripts.vote(meeting, speaker);
    });
  }

  public String end(String meeting) throws InterruptedException {
    pool.shutdown();
    while (!pool.isTerminated()) {
      Thread.sleep(10);
    }
    return transcripts.close(meeting);
  }
}
