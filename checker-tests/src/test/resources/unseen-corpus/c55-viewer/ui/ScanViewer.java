package ui;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.swing.DefaultListModel;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;

/** Scans in the background, shows in the foreground. All fields belong to the event thread. */
public class ScanViewer extends JPanel {
  private static final long serialVersionUID = 1L;
  private final transient ExecutorService scans = Executors.newFixedThreadPool(3);
  private final DefaultListModel<String> model = new DefaultListModel<>();
  private final JLabel status = new JLabel();
  private final transient List<String> history = new ArrayList<>();
  private int running;
  private int clicks;
  private int found;

  public ScanViewer() {
    JButton go = new JButton("Scan");
    go.addActionListener(e -> {
      clicks++;
      scan("volume" + clicks % 3);
    });
    add(go);
    add(status);
  }

  private void scan(String volume) {
    running++;
    history.add(volume);
    refresh();
    scans.execute(() -> {
      List<String> hits = new ArrayList<>();
      int bytes = 0;
      for (int i = 0; i < 100; i++) {
        bytes += i;
        if (i % 10 == 0) {
          hits.add(volume + "/" + i + " at " + bytes);
        }
      }
      SwingUtilities.invokeLater(() -> finished(hits));
    });
  }

  private void finished(List<String> hits) {
    running--;
    for (String h : hits) {
      if (!model.contains(h)) {
        model.addElement(h);
        found++;
      }
    }
    refresh();
  }

  private void refresh() {
    status.setText(running + " running, " + found + " found, " + history.size() + " scans");
  }
}
