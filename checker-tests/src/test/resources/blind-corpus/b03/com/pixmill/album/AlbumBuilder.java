package com.pixmill.album;

import com.pixmill.util.Concurrently;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

public class AlbumBuilder {
  public record Photo(String name, int width, int height, String camera) {}

  private final List<String> log = new ArrayList<>();
  private final Map<String, Integer> cameras = new HashMap<>();
  private long pixels;
  private int portrait;
  private int pages;

  public List<String> build(List<Photo> photos) {
    Concurrently.eachIndexed(photos, (i, p) -> {
      cameras.merge(p.camera(), 1, Integer::sum);
      if (i % 12 == 0) {
        pages++;
      }
    });
    List<String> thumbs = Concurrently.map(photos, this::thumbnail);
    Concurrently.forEach(photos, p -> {
      pixels += (long) p.width() * p.height(); // RACE rmw
    });
    new TreeSet<>(cameras.keySet()).forEach(c -> log.add(c + ": " + cameras.get(c)));
    return thumbs;
  }

  private String thumbnail(Photo p) {
    if (p.height() > p.width()) {
      countPortrait();
    }
    StringBuilder name = new StringBuilder("t_");
    name.append(p.name());
    while (name.length() < 12) {
      name.insert(2, '0');
    }
    return name.toString();
  }

  private void countPortrait() {
    portrait++; // RACE rmw
  }

  public String summary() {
    return pixels + " pixels, " + portrait + " portraits, " + pages + " pages " + log;
  }
}
