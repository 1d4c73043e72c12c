package org.kartenblick.viewer;

import java.awt.event.ActionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.SwingUtilities;
import javax.swing.SwingWorker;

record Tile(int x, int y, byte[] png) {}

interface TileServer {
  Tile load(int x, int y);
}

/** All state of this panel belongs to the event dispatch thread; workers only load. */
class TileViewer {
  private final JLabel status = new JLabel();
  private final JButton reload = new JButton("Reload");
  private final List<Tile> tiles = new ArrayList<>();
  private final TileServer server;
  private int loading;
  private int failures;

  TileViewer(TileServer server) {
    this.server = server;
    reload.addActionListener(this::reload);
  }

  private void reload(ActionEvent event) {
    tiles.clear();
    for (int x = 0; x < 4; x++) {
      loading++;
      new TileWorker(x).execute();
    }
  }

  private final class TileWorker extends SwingWorker<Tile, Void> {
    private final int x;

    TileWorker(int x) {
      this.x = x;
    }

    @Override
    protected Tile doInBackground() {
      return server.load(x, 0);
    }

    @Override
    protected void done() {
      loading--;
      try {
        tiles.add(get());
      } catch (InterruptedException | ExecutionException e) {
        failures++;
      }
      status.setText(loading + " loading, " + tiles.size() + " loaded, " + failures + " failed");
    }
  }

  /** Comes back to the dispatch thread before it counts. */
  void prefetch(ExecutorService io, int x, int y) {
    io.execute(
        () -> {
          Tile tile = server.load(x, y);
          SwingUtilities.invokeLater(
              () -> {
                tiles.add(tile);
                loading++;
              });
        });
  }
}
