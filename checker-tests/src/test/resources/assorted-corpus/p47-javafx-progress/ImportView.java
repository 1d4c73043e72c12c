package ui.photos;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;

/** Import of photos with progress on the FX application thread. */
public class ImportView {
  private final ExecutorService workers = Executors.newFixedThreadPool(3);

  // FX application thread only
  private int imported;
  private int failed;
  private final Map<String, Integer> perAlbum = new HashMap<>();
  private String status = "";

  // changed by workers
  private long bytes;
  private long pixels;

  public void importAll(List<String> files) {
    for (String f : files) {
      workers.submit(() -> importOne(f));
    }
  }

  private void importOne(String file) {
    try {
      byte[] data = read(file);
      bytes += data.length; // RACE rmw
      synchronized (workers) {
        pixels += data.length / 3;
      }
      Platform.runLater(() -> done(file));
    } catch (RuntimeException e) {
      Platform.runLater(() -> {
        failed++;
        status = e.getMessage();
      });
    }
  }

  private void done(String file) {
    imported++;
    String album = file.substring(0, Math.max(0, file.indexOf('/')));
    perAlbum.put(album, perAlbum.getOrDefault(album, 0) + 1);
    status = imported + " imported, " + failed + " failed";
  }

  private byte[] read(String file) {
    if (file.isEmpty()) {
      throw new IllegalArgumentException("no name");
    }
    return file.getBytes();
  }

  String status() {
    return status;
  }
}
