package org.mullion.imports;

import java.awt.event.ActionEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import javax.swing.SwingWorker;
import javax.swing.Timer;

/** Panel that imports files in the background and shows how far it is. */
public class ImportDialog extends JPanel {
    private static final long serialVersionUID = 1L;

    private final JLabel status = new JLabel();
    private final JButton start = new JButton("Import");
    private final List<Path> files;
    private final List<String> problems = new ArrayList<>();
    private int shown;
    private int runs;
    private int blinks;
    private long bytes;

    public ImportDialog(List<Path> files) {
        this.files = files;
        add(start);
        add(status);
        start.addActionListener(this::startImport);
        new Timer(500, e -> status.setEnabled(++blinks % 2 == 0)).start();
    }

    private void startImport(ActionEvent e) {
        runs++;
        start.setEnabled(false);
        problems.clear();
        new Import().execute();
    }

    /** May be called from any thread. */
    public void report(String problem) {
        SwingUtilities.invokeLater(() -> {
            problems.add(problem);
            status.setText(problems.size() + " problems");
        });
    }

    private final class Import extends SwingWorker<Long, Path> {
        private long sum;
        private int skipped;

        @Override
        protected Long doInBackground() throws Exception {
            for (Path f : files) {
                if (!Files.isReadable(f)) {
                    skipped++;
                    report("cannot read " + f);
                    continue;
                }
                sum += Files.size(f);
                publish(f);
            }
            return sum;
        }

        @Override
        protected void process(List<Path> chunk) {
            shown += chunk.size();
            status.setText(shown + " of " + files.size());
        }

        @Override
        protected void done() {
            try {
                bytes += get();
                status.setText("run " + runs + ": " + bytes + " bytes, skipped " + skipped);
            } catch (InterruptedException ex) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException ex) {
                problems.add(String.valueOf(ex.getCause()));
            } finally {
                start.setEnabled(true);
            }
        }
    }
}
