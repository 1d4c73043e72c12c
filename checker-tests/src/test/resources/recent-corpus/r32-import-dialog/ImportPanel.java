package r32importdialog;

import java.awt.BorderLayout;
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

/** Panel with the progress of a customer import. */
public class ImportPanel extends JPanel {

    private static final long serialVersionUID = 1L;

    private final JLabel status = new JLabel("ready");
    private final List<String> errors = new ArrayList<>();
    private int imported;
    private int runs;
    private int remoteChanges;

    public ImportPanel(Path file) {
        super(new BorderLayout());
        JButton start = new JButton("Import");
        start.addActionListener(e -> new Import(file).execute());
        add(start, BorderLayout.NORTH);
        add(status, BorderLayout.SOUTH);
    }

    /** Called by the push client in its own thread. */
    public void customerChanged(String id) {
        SwingUtilities.invokeLater(() -> {
            remoteChanges++;
            show(id);
        });
    }

    private void show(String what) {
        status.setText(what + ": " + imported + " in " + runs + " runs, " + remoteChanges + " changes, " + errors.size() + " errors");
    }

    private final class Import extends SwingWorker<Integer, String> {
        private final Path file;
        private int lines;

        Import(Path file) {
            this.file = file;
        }

        @Override
        protected Integer doInBackground() throws Exception {
            int good = 0;
            for (String line : Files.readAllLines(file)) {
                lines++;
                if (line.contains("@")) {
                    good++;
                    publish(line);
                } else {
                    publish("!" + line);
                }
                setProgress(Math.min(99, lines / 100));
            }
            return good;
        }

        @Override
        protected void process(List<String> chunk) {
            for (String line : chunk) {
                if (line.startsWith("!")) {
                    errors.add(line.substring(1));
                } else {
                    imported++;
                }
            }
            show(file.toString());
        }

        @Override
        protected void done() {
            runs++;
            try {
                show("good " + get());
            } catch (InterruptedException | ExecutionException e) {
                errors.add(String.valueOf(e.getCause()));
            }
        }
    }
}
