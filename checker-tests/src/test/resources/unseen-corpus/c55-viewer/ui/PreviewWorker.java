package ui;

import java.util.ArrayList;
import java.util.List;
import javax.swing.JProgressBar;
import javax.swing.SwingWorker;

/** doInBackground works on locals, process and done run on the event thread. */
class PreviewWorker extends SwingWorker<List<String>, Integer> {
  private final JProgressBar bar;
  private final List<Integer> shown = new ArrayList<>();
  private int lines;
  private int chunksShown;

  PreviewWorker(JProgressBar bar) {
    this.bar = bar;
  }

  @Override
  protected List<String> doInBackground() {
    List<String> out = new ArrayList<>();
    while (lines < 500 && !isCancelled()) {
      lines++;
      out.add("line " + lines);
      if (lines % 50 == 0) {
        publish(lines);
      }
    }
    return out;
  }

  @Override
  protected void process(List<Integer> chunks) {
    for (Integer c : chunks) {
      shown.add(c);
      chunksShown++;
    }
    bar.setValue(chunksShown * 10);
  }

  @Override
  protected void done() {
    shown.clear();
    chunksShown = 0;
    bar.setValue(100);
  }
}
