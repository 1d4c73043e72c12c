package com.pixelmill.thumb;

import java.nio.file.Path;

public record Thumb(Path source, Size size, byte[] pixels, boolean placeholder) {
  static Thumb placeholder(Path source, Size size) {
    return new Thumb(source, size, new byte[0], true);
  }
}

record Size(int width, int height) {}

interface Renderer {
  Thumb render(Path source, Size size);
}

/** Nearest-neighbour renderer; all its working memory belongs to the call. */
final class BoxRenderer implements Renderer {
  @Override
  public Thumb render(Path source, Size size) {
    byte[] out = new byte[size.width() * size.height()];
    int[] histogram = new int[256];
    int filled = 0;
    for (int y = 0; y < size.height(); y++) {
      for (int x = 0; x < size.width(); x++) {
        int v = (source.hashCode() * 31 + x * 7 + y) & 0xff;
        histogram[v]++;
        out[filled++] = (byte) v;
      }
    }
    int dominant = 0;
    for (int i = 1; i < histogram.length; i++) {
      if (histogram[i] > histogram[dominant]) {
        dominant = i;
      }
    }
    out[0] = (byte) dominant;
    return new Thumb(source, size, out, false);
  }
}
