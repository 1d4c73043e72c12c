package com.lanternslide.sorter;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import javax.swing.JLabel;
import javax.swing.SwingUtilities;
import javax.swing.SwingWorker;
import javax.swing.Timer;

/** A window over a folder of slides. Its state belongs to the event dispatch thread. */
class SlideSorter {
  private final ExecutorService loaders;
  private final JLabel status = new JLabel();
  private final List<String> thumbnails = new ArrayList<>();
  private int loaded;
  private int failed;
  private int selected;
  private int blinks;

  SlideSorter(ExecutorService loaders) {
    this.loaders = loaders;
  }

  void load(List<String> files) {
    for (String file : files) {
      loaders.execute(
          () -> {
            String thumbnail = file + ".thumb";
            SwingUtilities.invokeLater(
                () -> {
                  thumbnails.add(thumbnail);
                  loaded++;
                  status.setText(loaded + " loaded");
                });
          });
    }
  }

  /** Counts in the loader thread, and in several of them. */
  void loadQuietly(List<String> files) {
    for (String file : files) {
      loaders.execute(
          () -> {
            if (file.isEmpty()) {
              failed++; // RACE rmw
            }
          });
    }
  }

  void rotateAll(int degrees) {
    new SwingWorker<Integer, Integer>() {
      private int rotated;

      @Override
      protected Integer doInBackground() {
        for (int i = 0; i < degrees; i++) {
          rotated++;
          publish(rotated);
        }
        return rotated;
      }

      @Override
      protected void process(List<Integer> chunks) {
        selected += chunks.size();
      }

      @Override
      protected void done() {
        selected = 0;
        status.setText(failed + " failed, " + thumbnails.size());
      }
    }.execute();
  }

  /** Swing's timer fires on the event dispatch thread. */
  void blink() {
    Timer timer = new Timer(500, e -> {
      blinks++;
      status.setVisible(blinks % 2 == 0);
    });
    timer.start();
  }
}
