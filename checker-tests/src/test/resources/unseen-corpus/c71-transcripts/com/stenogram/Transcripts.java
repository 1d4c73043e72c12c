package com.stenogram;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What was said in which meeting, by the threads of the speech recogniser. */
class Transcripts {
  private final Map<String, StringBuilder> texts = new ConcurrentHashMap<>();
  private final Map<String, StringBuffer> notes = new ConcurrentHashMap<>();
  private final Map<String, List<String>> speakers = new ConcurrentHashMap<>();
  private final Map<String, int[]> words = new ConcurrentHashMap<>();
  private final Map<String, List<String>> votes = new ConcurrentHashMap<>();

  void open(String meeting) {
    texts.putIfAbsent(meeting, new StringBuilder());
    words.putIfAbsent(meeting, new int[1]);
    speakers.putIfAbsent(meeting, Collections.synchronizedList(new ArrayList<>()));
  }

  void said(String meeting, String speaker, String text) {
    texts.get(meeting).append(speaker).append(": ").append(text).append('\n'); // RACE unsafe-collection
    int n = text.split(" ").length;
    words.get(meeting)[0] += n; // RACE rmw
    List<String> list = speakers.get(meeting);
    synchronized (list) {
      if (!list.contains(speaker)) {
        list.add(speaker);
      }
    }
  }

  void note(String meeting, String text) {
    notes.computeIfAbsent(meeting, m -> new StringBuffer()).append(text);
  }

  void vote(String meeting, String who) {
    List<String> v = votes.computeIfAbsent(meeting, m -> new ArrayList<>());
    synchronized (v) {
      v.remove(who);
      v.add(who);
    }
  }

  String close(String meeting) {
    StringBuilder sb = texts.remove(meeting);
    int[] w = words.remove(meeting);
    return sb == null || w == null ? "" : w[0] + " words\n" + sb;
  }
}
