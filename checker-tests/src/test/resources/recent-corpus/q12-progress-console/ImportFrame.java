package org.photoshelf.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.swing.DefaultListModel;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.SwingUtilities;
import javax.swing.SwingWorker;

/** Imports pictures and shows how far it is. */
public class ImportFrame extends JFrame {

    private static final Logger LOG = Logger.getLogger(ImportFrame.class.getName());

    private final DefaultListModel<String> model = new DefaultListModel<>();
    private final JLabel status = new JLabel();
    private final JButton importButton = new JButton("Import");
    private final JButton skipButton = new JButton("Skip");
    private final List<Path> selection = new ArrayList<>();
    private int imported;
    private int skipped;
    private int clicks;

    public ImportFrame() {
        super("Import");
        add(new JList<>(model));
        add(importButton);
        add(skipButton);
        add(status);
        importButton.addActionListener(e -> {
            clicks++;
            new ImportWorker(new ArrayList<>(selection)).execute();
            selection.clear();
        });
        skipButton.addActionListener(e -> {
            if (!selection.isEmpty()) {
                selection.remove(0);
                skipped++; // RACE rmw #1
                refresh();
            }
        });
    }

    public void addToSelection(Path p) {
        SwingUtilities.invokeLater(() -> {
            selection.add(p);
            refresh();
        });
    }

    private void refresh() {
        status.setText(imported + " imported, " + skipped + " skipped, " + selection.size() + " to go, " + clicks);
    }

    private final class ImportWorker extends SwingWorker<Integer, Path> {
        private final List<Path> todo;
        private final List<Path> failed = new ArrayList<>();
        private int done;

        ImportWorker(List<Path> todo) {
            this.todo = todo;
        }

        @Override
        protected Integer doInBackground() {
            for (Path p : todo) {
                if (isCancelled()) {
                    break;
                }
                if (!p.toFile().canRead()) {
                    failed.add(p);
                    skipped++; // RACE rmw #1
                    continue;
                }
                done++;
                publish(p);
                setProgress(100 * done / todo.size());
            }
            return done;
        }

        @Override
        protected void process(List<Path> chunk) {
            for (Path p : chunk) {
                model.addElement(p.getFileName().toString());
                imported++;
            }
            refresh();
        }

        @Override
        protected void done() {
            try {
                int n = get();
                status.setText(n + " done, " + failed.size() + " failed");
                selection.addAll(failed);
                failed.clear();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException e) {
                LOG.log(Level.WARNING, "import", e.getCause());
            }
        }
    }
}
