package map.tiles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Renders a map: rows of the image in parallel, each on a slice or a copy of its own. */
public final class TileRenderer {
  private final int width;
  private final int height;
  private final int[] raster;
  private int passes;

  public TileRenderer(int width, int height) {
    this.width = width;
    this.height = height;
    this.raster = new int[width * height];
  }

  public void shade(ExecutorService pool) throws InterruptedException, ExecutionException {
    List<Future<Row>> rows = new ArrayList<>();
    for (int y = 0; y < height; y++) {
      Row row = new Row(y, Arrays.copyOfRange(raster, y * width, (y + 1) * width));
      rows.add(pool.submit(() -> {
        row.blur();
        row.blur();
        return row;
      }));
    }
    for (Future<Row> f : rows) {
      Row row = f.get();
      System.arraycopy(row.pixels, 0, raster, row.y * width, width);
      passes += row.passes;
    }
  }

  /** In place: the stream's index decides which slice is whose. */
  public void lighten(int by) {
    IntStream.range(0, height).parallel().forEach(y -> {
      int clipped = 0;
      for (int x = 0; x < width; x++) {
        raster[y * width + x] += by;
        if (raster[y * width + x] > 255) {
          raster[y * width + x] = 255;
          clipped++;
        }
      }
      if (clipped == width) {
        Arrays.fill(raster, y * width, (y + 1) * width, 254);
      }
    });
    passes++;
  }

  private static final class Row {
    final int y;
    final int[] pixels;
    int passes;

    Row(int y, int[] pixels) {
      this.y = y;
      this.pixels = pixels;
    }

    void blur() {
      for (int x = 1; x < pixels.length; x++) {
        pixels[x] += pixels[x - 1];
        pixels[x] /= 2;
      }
      passes++;
    }
  }

  public List<Place> label(List<Place> places, int zoom) {
    return places.parallelStream()
        .map(p -> p.scaled(zoom).moved(1, 1))
        .filter(p -> p.x() < width)
        .collect(Collectors.toList());
  }
}
