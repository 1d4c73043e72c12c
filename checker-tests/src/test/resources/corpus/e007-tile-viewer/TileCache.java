package org.kartenblick.viewer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.swing.JLabel;
import javax.swing.SwingWorker;
import javax.swing.Timer;

/** The worker fills the cache while a timer of the user interface empties it. */
class TileCache {
  private final Map<Long, Tile> cache = new HashMap<>();
  private final JLabel gauge = new JLabel();
  private long bytes;
  private int repaints;

  void start(TileServer server) {
    new Timer(500, event -> shrink()).start();
    new SwingWorker<Integer, Tile>() {
      private int loaded;

      @Override
      protected Integer doInBackground() {
        for (int x = 0; x < 1_000; x++) {
          Tile tile = server.load(x, 0);
          cache.put((long) x, tile); // RACE unsafe-collection #1
          bytes += tile.png().length; // RACE rmw #2
          loaded++;
          publish(tile);
        }
        return loaded;
      }

      @Override
      protected void process(List<Tile> chunk) {
        repaints += chunk.size();
        gauge.setText(repaints + " painted");
      }
    }.execute();
  }

  private void shrink() {
    if (cache.size() > 200) { // RACE unsafe-collection #1
      Tile any = cache.remove(cache.keySet().iterator().next()); // RACE unsafe-collection #1
      bytes -= any.png().length; // RACE rmw #2
    }
  }
}
