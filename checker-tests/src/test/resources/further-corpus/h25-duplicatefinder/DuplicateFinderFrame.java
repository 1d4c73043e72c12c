package duplicatefinder;

import java.awt.BorderLayout;
import java.io.File;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.swing.DefaultListModel;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.SwingUtilities;
import javax.swing.SwingWorker;
import javax.swing.Timer;

/** Shows files of equal length. */
public class DuplicateFinderFrame extends JFrame {

    private final DefaultListModel<String> model = new DefaultListModel<>();
    private final JLabel status = new JLabel();
    private final JButton scan = new JButton("Scan");
    private final Timer blink;
    private int blinks;
    private int scansRunning;
    private int errors;

    public DuplicateFinderFrame() {
        super("Duplicates");
        add(new JList<>(model), BorderLayout.CENTER);
        add(status, BorderLayout.SOUTH);
        add(scan, BorderLayout.NORTH);
        scan.addActionListener(e -> startScan(new File(System.getProperty("user.home"))));
        blink = new Timer(500, e -> {
            blinks++;
            status.setEnabled(blinks % 2 == 0);
        });
    }

    private void startScan(File root) {
        if (scansRunning > 0) {
            return;
        }
        scansRunning++;
        blink.start();
        new ScanWorker(root).execute();
    }

    private void reportError(File dir) {
        errors++; // RACE read-modify-write #1
        SwingUtilities.invokeLater(() -> status.setText("cannot read " + dir));
    }

    private void finished(int found) {
        scansRunning--;
        if (scansRunning == 0) {
            blink.stop();
        }
        status.setText(found + " duplicates, " + errors + " errors");
    }

    private final class ScanWorker extends SwingWorker<Integer, String> {

        private final File root;
        private final Map<Long, File> byLength = new HashMap<>();
        private int duplicates;
        private int shown;

        ScanWorker(File root) {
            this.root = root;
        }

        @Override
        protected Integer doInBackground() {
            walk(root, 0);
            return duplicates;
        }

        private void walk(File dir, int depth) {
            File[] files = dir.listFiles();
            if (files == null) {
                reportError(dir); // RACE read-modify-write #1
                return;
            }
            for (File f : files) {
                if (f.isDirectory() && depth < 20) {
                    walk(f, depth + 1);
                    continue;
                }
                File other = byLength.get(f.length());
                if (other == null) {
                    byLength.put(f.length(), f);
                } else {
                    duplicates++;
                    publish(f + " = " + other);
                }
            }
        }

        @Override
        protected void process(List<String> chunks) {
            for (String s : chunks) {
                model.addElement(s);
                shown++;
            }
            if (shown > 100_000) {
                model.clear();
                errors++; // RACE read-modify-write #1
                shown = 0;
            }
        }

        @Override
        protected void done() {
            try {
                finished(get());
            } catch (Exception e) {
                errors++; // MAYBE
                finished(0);
            }
        }
    }
}
