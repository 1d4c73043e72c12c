package map.tiles;

/** Immutable; its "changes" are new objects. */
record Place(String name, int x, int y) {
  Place scaled(int f) {
    int nx = x;
    int ny = y;
    nx *= f;
    ny *= f;
    return new Place(name, nx, ny);
  }

  Place moved(int dx, int dy) {
    return new Place(name, x + dx, y + dy);
  }
}
