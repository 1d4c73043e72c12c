package com.pixelmill.thumb;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Renders thumbnails for an album. Every source is rendered on the pool, the album is assembled by the caller. */
public final class ThumbnailService implements AutoCloseable {
  private final ExecutorService pool = Executors.newFixedThreadPool(8, r -> {
    Thread t = new Thread(r, "thumbnailer");
    t.setDaemon(true);
    return t;
  });
  private final Renderer renderer;
  private final Map<String, Integer> perFormat = new ConcurrentHashMap<>();
  private int rendered;

  public ThumbnailService(Renderer renderer) {
    this.renderer = renderer;
  }

  public Album renderAlbum(String title, List<Path> sources, Size size) {
    List<Path> failed = new ArrayList<>();
    List<CompletableFuture<Thumb>> running = new ArrayList<>();
    for (Path source : sources) {
      CompletableFuture<Thumb> f = CompletableFuture
          .supplyAsync(() -> render(source, size), pool)
          .exceptionally(e -> {
            failed.add(source); // RACE unsafe-collection
            return Thumb.placeholder(source, size);
          });
      running.add(f);
    }
    CompletableFuture.allOf(running.toArray(new CompletableFuture<?>[0])).join();

    Album album = new Album(title);
    long bytes = 0;
    int pages = 0;
    for (CompletableFuture<Thumb> f : running) {
      Thumb thumb = f.join();
      album.add(thumb);
      bytes += thumb.pixels().length;
      if (album.size() % 12 == 1) {
        pages++;
      }
    }
    album.describe(bytes, pages, failed);
    return album;
  }

  private Thumb render(Path source, Size size) {
    Thumb thumb = renderer.render(source, size);
    perFormat.merge(extension(source), 1, Integer::sum);
    rendered++; // RACE rmw
    return thumb;
  }

  private static String extension(Path p) {
    String name = p.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1);
  }

  public int rendered() {
    return rendered;
  }

  public Map<String, Integer> perFormat() {
    return Map.copyOf(perFormat);
  }

  @Override
  public void close() throws InterruptedException {
    pool.shutdown();
    pool.awaitTermination(10, TimeUnit.SECONDS);
  }
}
