package org.deskmate.browse;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import javax.swing.DefaultListModel;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import javax.swing.SwingWorker;

/** Lists a folder in the background. */
final class FileBrowser extends JPanel {
  private final DefaultListModel<String> model = new DefaultListModel<>();
  private final JLabel status = new JLabel();
  private final List<String> history = new ArrayList<>();
  private int clicks;
  private int shown;
  private long bytes;
  private int unreadable;

  FileBrowser() {
    JButton go = new JButton("Go");
    go.addActionListener(e -> {
      clicks++;
      history.add(e.getActionCommand());
      new ScanWorker(new File("/")).execute();
    });
    add(go);
    add(new JList<>(model));
    add(status);
  }

  private final class ScanWorker extends SwingWorker<Integer, File> {
    private final File root;
    private int visited;

    ScanWorker(File root) {
      this.root = root;
    }

    @Override
    protected Integer doInBackground() {
      scan(root);
      return visited;
    }

    private void scan(File dir) {
      File[] files = dir.listFiles();
      if (files == null) {
        unreadable++; // RACE rmw
        return;
      }
      for (File f : files) {
        visited++;
        bytes += f.length(); // RACE rmw
        publish(f);
        if (f.isDirectory()) {
          scan(f);
        }
      }
    }

    @Override
    protected void process(List<File> chunk) {
      for (File f : chunk) {
        model.addElement(f.getName());
        shown++;
      }
      status.setText(shown + " files");
    }

    @Override
    protected void done() {
      clicks--;
      status.setText(bytes + " bytes, " + unreadable + " unreadable");
    }
  }

  void remember(String path) {
    SwingUtilities.invokeLater(() -> {
      if (!history.contains(path)) {
        history.add(path);
      }
    });
  }
}
