package org.lathe.core;

import java.util.HashMap;
import java.util.Map;

public final class GlyphCache {
  private final Map<Integer, byte[]> bitmaps = new HashMap<>();
  private long bytes;

  public byte[] bitmap(int code) {
    synchronized (bitmaps) {
      byte[] b = bitmaps.get(code);
      if (b == null) {
        b = new byte[64];
        bitmaps.put(code, b);
        bytes += b.length;
      }
      return b;
    }
  }
}
