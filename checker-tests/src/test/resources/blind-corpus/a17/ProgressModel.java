package org.deskmate.browse;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.swing.BoundedRangeModel;
import javax.swing.DefaultBoundedRangeModel;
import javax.swing.SwingUtilities;
import javax.swing.Timer;

/** Progress of all copies; the numbers belong to the event thread. */
final class ProgressModel {
  private final ExecutorService copiers = Executors.newFixedThreadPool(3);
  private final BoundedRangeModel range = new DefaultBoundedRangeModel();
  private final Timer blink = new Timer(500, e -> tick());
  private long copied;
  private int ticks;
  private int skipped;

  private void tick() {
    ticks++;
    range.setValue((int) (copied >> 10));
  }

  void copy(String... names) {
    blink.start();
    for (String name : names) {
      copiers.execute(() -> {
        if (name.startsWith(".")) {
          skipped++; // RACE rmw
          return;
        }
        long n = name.length() * 4096L;
        SwingUtilities.invokeLater(() -> copied += n);
      });
    }
  }

  void summary() {
    SwingUtilities.invokeLater(() -> {
      System.out.println(copied + " copied, " + skipped + " skipped, " + ticks + " ticks");
      copied = 0;
    });
  }
}
