package com.pixmill.album;

import com.pixmill.util.Concurrently;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which faces appear together. */
public class FaceIndex {
  private final Map<String, Set<String>> together = new HashMap<>();
  private final Object guard = new Object();

  private static final class Scan {
    private final List<String> faces = new ArrayList<>();
    private int pairs;

    void add(String face) {
      if (!faces.contains(face)) {
        pairs += faces.size();
        faces.add(face);
      }
    }
  }

  public int index(List<String[]> photos) {
    List<Scan> scans = Concurrently.map(photos, names -> {
      Scan scan = new Scan();
      for (String n : names) {
        scan.add(n);
      }
      merge(scan);
      return scan;
    });
    int pairs = 0;
    for (Scan s : scans) {
      pairs += s.pairs;
    }
    return pairs;
  }

  private void merge(Scan scan) {
    for (String a : scan.faces) {
      Set<String> others;
      synchronized (guard) {
        others = together.get(a);
        if (others == null) {
          others = new HashSet<>();
          together.put(a, others);
        }
      }
      others.addAll(scan.faces); // RACE unsafe-collection
    }
  }

  public Set<String> with(String face) {
    synchronized (guard) {
      return Set.copyOf(together.getOrDefault(face, Set.of()));
    }
  }
}
