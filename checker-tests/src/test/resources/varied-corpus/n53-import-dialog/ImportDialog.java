package desk.ui;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import javax.swing.DefaultListModel;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.SwingUtilities;
import javax.swing.SwingWorker;

/** Imports files in the background, one worker per dropped file. */
public class ImportDialog {
    private final JLabel status = new JLabel();
    private final JButton cancel = new JButton("Cancel");
    private final DefaultListModel<String> model = new DefaultListModel<>();
    private final List<SwingWorker<?, ?>> active = new ArrayList<>();
    private int running;
    private int clicks;
    private long rows;
    private int skipped;

    public ImportDialog() {
        cancel.addActionListener(e -> {
            clicks++;
            for (SwingWorker<?, ?> w : active) {
                w.cancel(true);
            }
            active.clear();
        });
    }

    /** On the event thread, from the drop target. */
    void dropped(List<File> files) {
        for (File f : files) {
            Importer i = new Importer(f);
            active.add(i);
            running++;
            i.execute();
        }
    }

    private class Importer extends SwingWorker<Integer, String> {
        private final File file;
        private int mine;

        Importer(File file) {
            this.file = file;
        }

        @Override
        protected Integer doInBackground() throws Exception {
            for (String line : java.nio.file.Files.readAllLines(file.toPath())) {
                if (isCancelled()) {
                    break;
                }
                if (line.isEmpty()) {
                    skipped++; // RACE rmw
                    continue;
                }
                mine++;
                rows += 1; // RACE rmw
                publish(line);
            }
            SwingUtilities.invokeLater(() -> status.setText(file + " read, " + --running + " to go"));
            return mine;
        }

        @Override
        protected void process(List<String> chunks) {
            for (String c : chunks) {
                model.addElement(c);
            }
        }

        @Override
        protected void done() {
            active.remove(this);
            status.setText(rows + " rows, " + skipped + " skipped, " + clicks + " clicks");
        }
    }
}
