package com.pixelmill.thumb;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Assembled by one thread. */
public final class Album {
  private final String title;
  private final List<Thumb> thumbs = new ArrayList<>();
  private final StringBuilder summary = new StringBuilder();
  private int placeholders;

  Album(String title) {
    this.title = title;
  }

  void add(Thumb t) {
    thumbs.add(t);
    if (t.placeholder()) {
      placeholders++;
    }
  }

  int size() {
    return thumbs.size();
  }

  void describe(long bytes, int pages, List<Path> failed) {
    summary.append(title).append(": ").append(bytes).append(" bytes on ").append(pages).append(" pages");
    if (placeholders > 0) {
      summary.append(", missing ").append(failed);
    }
  }

  public String summary() {
    return summary.toString();
  }
}
