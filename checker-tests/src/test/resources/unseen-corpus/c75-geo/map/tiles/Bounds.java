package map.tiles;

import java.util.List;

/** A mutable box, used as a container by the stream and as a local by everybody else. */
final class Bounds {
  private int minX = Integer.MAX_VALUE;
  private int maxX = Integer.MIN_VALUE;
  private int points;

  void include(Place p) {
    if (p.x() < minX) {
      minX = p.x();
    }
    if (p.x() > maxX) {
      maxX = p.x();
    }
    points++;
  }

  void include(Bounds b) {
    minX = Math.min(minX, b.minX);
    maxX = Math.max(maxX, b.maxX);
    points += b.points;
  }

  static int width(List<Place> places) {
    Bounds all = places.parallelStream().collect(Bounds::new, Bounds::include, Bounds::include);
    return all.points == 0 ? 0 : all.maxX - all.minX;
  }

  static int widthOfFirst(List<Place> places, int n) {
    Bounds some = new Bounds();
    places.stream().limit(n).forEach(some::include);
    return some.maxX - some.minX;
  }
}
