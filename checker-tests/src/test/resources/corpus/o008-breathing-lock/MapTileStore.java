package maps.orientis.tiles;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.ReentrantLock;

/** Tiles are rendered slowly, so the lock is given away while one is drawn. */
class MapTileStore {
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, byte[]> tiles = new HashMap<>();
  private final Map<String, Integer> versions = new HashMap<>();
  private long bytes;
  private int rendered;

  /** The size that was read before the drawing is written after it. */
  void render(String key) {
    lock.lock();
    try {
      long before = bytes; // RACE split-lock #1
      lock.unlock();
      byte[] tile = draw(key);
      lock.lock();
      tiles.put(key, tile);
      bytes = before + tile.length; // RACE split-lock #1
    } finally {
      lock.unlock();
    }
  }

  /** Also breathes, but starts from the state that it finds afterwards. */
  void renderAgain(String key) {
    lock.lock();
    try {
      rendered++;
      lock.unlock();
      byte[] tile;
      try {
        tile = draw(key);
      } finally {
        lock.lock();
      }
      byte[] old = tiles.put(key, tile);
      bytes += tile.length - (old == null ? 0 : old.length);
    } finally {
      lock.unlock();
    }
  }

  /** Notes the version, draws unlocked, and throws the picture away if the version has moved. */
  boolean renderIfUnchanged(String key) {
    int seen;
    lock.lock();
    try {
      seen = versions.getOrDefault(key, 0);
    } finally {
      lock.unlock();
    }
    byte[] tile = draw(key);
    lock.lock();
    try {
      if (versions.getOrDefault(key, 0) != seen) {
        return false;
      }
      tiles.put(key, tile);
      versions.put(key, seen + 1);
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** The version is not looked at again. */
  void touch(String key) {
    int seen;
    lock.lock();
    try {
      seen = versions.getOrDefault(key, 0); // RACE split-lock #2
    } finally {
      lock.unlock();
    }
    draw(key);
    lock.lock();
    try {
      versions.put(key, seen + 1); // RACE split-lock #2
    } finally {
      lock.unlock();
    }
  }

  private static byte[] draw(String key) {
    return new byte[256 + key.length()];
  }

  void warmUp(ExecutorService renderers, String... keys) {
    for (String key : keys) {
      renderers.execute(() -> render(key));
      renderers.execute(() -> renderAgain(key));
      renderers.execute(() -> renderIfUnchanged(key));
      renderers.execute(() -> touch(key));
    }
  }
}
